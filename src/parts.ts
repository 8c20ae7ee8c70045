/**
 * Tables as one piece of bytes, which take no reading: what is taken apart again are views of it. The numbers lie as
 * typed arrays have them on every processor that browsers and Node run on, the low byte first.
 */
export type Part = Bytes | Int8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>
export type Bytes = Uint8Array<ArrayBuffer>

const kinds = [Uint8Array, Int8Array, Uint16Array, Int32Array] as const
const alignment = 4

export function joinParts(parts: readonly Part[]): Bytes {
  const head = new Int32Array(1 + 2 * parts.length)
  head[0] = parts.length
  let size = head.byteLength
  parts.forEach((part, index) => {
    head[1 + 2 * index] = kinds.findIndex((kind) => part instanceof kind)
    head[2 + 2 * index] = part.length
    size += aligned(part.byteLength)
  })
  const bytes = new Uint8Array(size)
  bytes.set(bytesOf(head))
  let at = head.byteLength
  for (const part of parts) {
    bytes.set(bytesOf(part), at)
    at += aligned(part.byteLength)
  }
  return bytes
}

export function takeApart(joined: Bytes): Part[] {
  const bytes = joined.byteOffset % alignment === 0 ? joined : joined.slice()
  const {buffer, byteOffset} = bytes
  const count = new Int32Array(buffer, byteOffset, 1)[0] as number
  const head = new Int32Array(buffer, byteOffset, 1 + 2 * count)
  let at = byteOffset + head.byteLength
  return Array.from({length: count}, (_, index) => {
    const kind = kinds[head[1 + 2 * index] as number] ?? Uint8Array
    const part = new kind(buffer, at, head[2 + 2 * index])
    at += aligned(part.byteLength)
    return part
  })
}

export function toText(part: Part | undefined): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(part)
}

export function fromText(text: string): Bytes {
  return new TextEncoder().encode(text)
}

export function toBase64(bytes: Bytes): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

export function fromBase64(written: string): Bytes {
  const characters = atob(written)
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at)
  return bytes
}

function bytesOf({buffer, byteOffset, byteLength}: Part): Bytes {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment
}

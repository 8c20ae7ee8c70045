/** A file as text. `bytes`: it is no valid UTF-8, so each character stands for one byte. */
export interface DecodedFile {
  readonly source: string
  readonly encoding: 'utf-8' | 'bytes' | 'utf-16le' | 'utf-16be'
}

/**
 * Text is taken as it is.
 * @throws TypeError for what is neither text nor bytes, as a program without types may give it
 */
export function decode(source: string | Uint8Array): DecodedFile {
  if (typeof source === 'string') return {source, encoding: 'utf-8'}
  if (ArrayBuffer.isView(source)) return decodeFile(source)
  throw new TypeError(
    `A draft is a text or a file's bytes (Uint8Array), not ${source === null ? 'null' : typeof source}.`
  )
}

/** Reads a file's bytes as UTF-8, as UTF-16 where its byte order mark says so, else byte by byte. The mark stays. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {source: read(bytes, 'utf-16le', false), encoding: 'utf-16le'}
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {source: read(bytes, 'utf-16be', false), encoding: 'utf-16be'}
  try {
    return {source: read(bytes, 'utf-8', true), encoding: 'utf-8'}
  } catch {
    return {source: bytesAsText(bytes), encoding: 'bytes'}
  }
}

const decoders = new Map<string, {decode(bytes: Uint8Array): string}>()

/** A decoder takes longer to make than to read a draft. */
function read(bytes: Uint8Array, label: string, fatal: boolean): string {
  const decoder = decoders.get(label) ?? new TextDecoder(label, {fatal, ignoreBOM: true})
  decoders.set(label, decoder)
  return decoder.decode(bytes)
}

function bytesAsText(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

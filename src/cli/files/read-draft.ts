import {closeSync, createReadStream, fstatSync, openSync, readSync, statSync} from 'node:fs'
import type {Readable} from 'node:stream'
import {type DecodedFile, decodeFile} from '../../decode.js'
import {judgeDraft} from '../../drafts.js'
import {reasonOf} from '../failures.js'
import {type Draft, firstBrokenLine} from './encoding.js'
import type {Target} from './find-files.js'

export type Reading = Draft | Extract<Target, {kind: 'failure' | 'passed-over'}>

export interface ReadOptions {
  readonly maxFileSize: number
  /** Where a draft from standard input would stand. */
  readonly stdinFile: string
  readonly isMessage: (file: string) => boolean
}

const headLength = 64 * 1024

/** Reads one draft after the other, each when it is asked for. */
export async function* readDrafts(targets: AsyncIterable<Target>, options: ReadOptions): AsyncGenerator<Reading> {
  for await (const target of targets) yield readDraft(target, options)
}

export async function readDraft(target: Target, options: ReadOptions): Promise<Reading> {
  if (target.kind === 'failure' || target.kind === 'passed-over') return target
  const file = target.kind === 'stdin' ? options.stdinFile : target.file
  try {
    if (target.kind === 'stdin') return await readStream(process.stdin, file, options)
    // Whoever names a path may name a pipe; what was found in a folder is a file.
    return !target.named || statSync(file).isFile()
      ? readFile(file, target.named, options)
      : await readStream(createReadStream(file), file, options)
  } catch (error) {
    return {kind: 'failure', file, why: reasonOf(error)}
  }
}

/** Waits for the disk: to ask for a draft and be told when it is there takes ten times as long as to read it. */
function readFile(file: string, named: boolean, options: ReadOptions): Reading {
  const handle = openSync(file, 'r')
  try {
    const {size} = fstatSync(handle)
    const head = decoded(readPart(handle, 0, Math.min(size, headLength)))
    const refused = refuse(head, size, file, named, options)
    if (refused || size <= headLength) return refused ?? accept(head, file, options)
    const rest = readPart(handle, headLength, size)
    return accept(decoded(Buffer.concat([head.bytes, rest])), file, options)
  } finally {
    closeSync(handle)
  }
}

/** @param bytes all of them; of more than may be read, the beginning */
export function readBytes(bytes: Buffer, size: number, file: string, named: boolean, options: ReadOptions): Reading {
  const head = decoded(bytes.subarray(0, headLength))
  const refused = refuse(head, size, file, named, options)
  return refused ?? accept(bytes.length <= headLength ? head : decoded(bytes), file, options)
}

interface Decoded extends DecodedFile {
  readonly bytes: Buffer
}

function decoded(bytes: Buffer): Decoded {
  return {bytes, ...decodeFile(bytes)}
}

function refuse(
  head: Decoded,
  size: number,
  file: string,
  named: boolean,
  options: ReadOptions
): Exclude<Reading, Draft> | undefined {
  const judgement = named ? undefined : judgeHead(head, file, options)
  if (judgement?.draft === false) return {kind: 'passed-over', file, why: judgement.why, named}
  if (size <= options.maxFileSize) return undefined
  return {kind: 'failure', file, why: tooLarge(size, options.maxFileSize)}
}

function readPart(handle: number, from: number, to: number): Buffer {
  const part = Buffer.allocUnsafe(to - from)
  let filled = 0
  while (filled < part.length) {
    const bytesRead = readSync(handle, part, filled, part.length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return part.subarray(0, filled)
}

async function readStream(stream: Readable, file: string, options: ReadOptions): Promise<Reading> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > options.maxFileSize) return {kind: 'failure', file, why: tooLarge(undefined, options.maxFileSize)}
  }
  return accept(decoded(Buffer.concat(chunks)), file, options)
}

function judgeHead({bytes, source, encoding}: Decoded, file: string, {isMessage}: ReadOptions) {
  // A head cut in the middle of a character is no valid UTF-8, and a draft that is none must be told, not passed over.
  const text = encoding === 'bytes' ? bytes.toString('utf8') : source
  return text.includes('\0') && !isMessage(file)
    ? {draft: false as const, why: 'it is a binary file'}
    : judgeDraft(file, text)
}

function accept({bytes, source, encoding}: Decoded, file: string, {isMessage}: ReadOptions): Reading {
  const message = isMessage(file)
  if (!encoding.startsWith('utf-16') && isBinary(bytes, message)) {
    return {kind: 'failure', file, why: 'it is a binary file, not the text of a mail'}
  }
  // Each part of a message states its own charset; other files have no such place.
  if (encoding === 'bytes' && !message) {
    return {kind: 'failure', file, why: `line ${firstBrokenLine(bytes)} is not valid UTF-8; save the file as UTF-8`}
  }
  return {kind: 'draft', file, bytes, source, encoding}
}

/** A message may carry a binary part further down; its header lines never hold a zero byte. */
function isBinary(bytes: Buffer, message: boolean): boolean {
  return bytes.subarray(0, message ? 512 : 8000).includes(0)
}

function tooLarge(size: number | undefined, limit: number): string {
  const has = size === undefined ? 'it is larger than' : `it has ${grouped(size)} bytes, more than`
  return `${has} the limit of ${grouped(limit)} bytes; --max-file-size sets another`
}

function grouped(number: number): string {
  return number.toLocaleString('en-US')
}

import {type FileHandle, open} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import {decodeFile} from '../../decode.js'
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
const filesAhead = 8

/** Reads a few files ahead of the one that is judged; gives them in their order and holds no more of them. */
export async function* readAhead(targets: AsyncIterable<Target>, options: ReadOptions): AsyncGenerator<Reading> {
  const ahead: Promise<Reading>[] = []
  for await (const target of targets) {
    ahead.push(readDraft(target, options))
    if (ahead.length > filesAhead) yield await (ahead.shift() as Promise<Reading>)
  }
  for (const reading of ahead) yield await reading
}

export async function readDraft(target: Target, options: ReadOptions): Promise<Reading> {
  if (target.kind === 'failure' || target.kind === 'passed-over') return target
  const file = target.kind === 'stdin' ? options.stdinFile : target.file
  try {
    if (target.kind === 'stdin') return await readStream(process.stdin, file, options)
    const handle = await open(file, 'r')
    try {
      return await readHandle(handle, file, target.named, options)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return {kind: 'failure', file, why: reasonOf(error)}
  }
}

async function readHandle(handle: FileHandle, file: string, named: boolean, options: ReadOptions): Promise<Reading> {
  const stat = await handle.stat()
  if (!stat.isFile()) return readStream(handle.createReadStream({autoClose: false}), file, options)
  const head = Buffer.alloc(Math.min(stat.size, headLength))
  const {bytesRead} = await handle.read(head, 0, head.length, 0)
  if (!named) {
    const judgement = judgeHead(head.subarray(0, bytesRead), file, options)
    if (!judgement.draft) return {kind: 'passed-over', file, why: judgement.why, named}
  }
  if (stat.size > options.maxFileSize) return {kind: 'failure', file, why: tooLarge(stat.size, options.maxFileSize)}
  const rest = stat.size > bytesRead ? await readRest(handle, bytesRead, stat.size) : Buffer.alloc(0)
  return decode(Buffer.concat([head.subarray(0, bytesRead), rest]), file, options)
}

async function readRest(handle: FileHandle, from: number, size: number): Promise<Buffer> {
  const rest = Buffer.alloc(size - from)
  let filled = 0
  while (filled < rest.length) {
    const {bytesRead} = await handle.read(rest, filled, rest.length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return rest.subarray(0, filled)
}

async function readStream(stream: Readable, file: string, options: ReadOptions): Promise<Reading> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > options.maxFileSize) return {kind: 'failure', file, why: tooLarge(undefined, options.maxFileSize)}
  }
  return decode(Buffer.concat(chunks), file, options)
}

function judgeHead(head: Buffer, file: string, {isMessage}: ReadOptions) {
  const {source, encoding} = decodeFile(head)
  // A head cut in the middle of a character is no valid UTF-8, and a draft that is none must be told, not passed over.
  const text = encoding === 'bytes' ? head.toString('utf8') : source
  return text.includes('\0') && !isMessage(file)
    ? {draft: false as const, why: 'it is a binary file'}
    : judgeDraft(file, text)
}

function decode(bytes: Buffer, file: string, {isMessage}: ReadOptions): Reading {
  const message = isMessage(file)
  const {source, encoding} = decodeFile(bytes)
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

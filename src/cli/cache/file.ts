import {createHash} from 'node:crypto'
import {StringTable} from './packing.js'
import {CachedResults} from './results.js'

/** The form of the file; another form takes the next number. */
const form = 1
const lineEnd = 10

/**
 * A line that says what the file is, a line with the strings, a line for each result. The first has a digest of all that
 * follows: a file that was cut short, or that two programs wrote into, holds nothing.
 */
export function formatCache({lines, table}: CachedResults, build: string): Buffer {
  const parts: Buffer[] = [Buffer.from(`${JSON.stringify(table.strings)}\n`)]
  for (const [key, line] of lines) parts.push(Buffer.from(`${key} `), line, Buffer.from('\n'))
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(headOf(build, body)), body])
}

/** @returns nothing where the file is not whole, or another build wrote it */
export function parseCache(file: Buffer, build: string): CachedResults | undefined {
  const bodyAt = file.indexOf(lineEnd) + 1
  const body = file.subarray(bodyAt)
  if (file.toString('utf8', 0, bodyAt) !== headOf(build, body)) return undefined
  const tableEnd = body.indexOf(lineEnd)
  const lines = new Map<string, Buffer>()
  let start = tableEnd + 1
  for (let end = body.indexOf(lineEnd, start); end >= 0; end = body.indexOf(lineEnd, start)) {
    const space = body.indexOf(32, start)
    lines.set(body.toString('latin1', start, space), body.subarray(space + 1, end))
    start = end + 1
  }
  return new CachedResults(lines, new StringTable(JSON.parse(body.toString('utf8', 0, tableEnd))))
}

function headOf(build: string, body: Buffer): string {
  return `coldread results ${form} ${build} ${createHash('sha256').update(body).digest('hex')}\n`
}

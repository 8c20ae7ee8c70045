import {Readable} from 'node:stream'
import {noTotals} from '../../src/cli/lint/outcome.js'
import {openSession} from '../../src/cli/session.js'
import {csvReader} from '../../src/cli/stream/csv.js'
import {parseFields} from '../../src/cli/stream/fields.js'
import {judgeOf} from '../../src/cli/stream/judge.js'
import {Outlet} from '../../src/cli/stream/outlet.js'
import {jsonReader} from '../../src/cli/stream/reader.js'
import {answerAll} from '../../src/cli/stream/run.js'
import type {Format} from '../../src/tree/index.js'

interface Message {
  readonly ruleId: string
  readonly severity: number
  readonly field: string
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
}

export interface Answer {
  readonly id?: string | number
  readonly line: number
  readonly offset: number
  readonly error?: string
  readonly errorCount?: number
  readonly warningCount?: number
  readonly suppressedCount?: number
  readonly messages?: readonly Message[]
  readonly coldread: {readonly version: string; readonly rules: string; readonly config: string}
}

interface StreamCase {
  readonly csv?: boolean
  readonly fields?: readonly string[]
  readonly formatAs?: Format
  readonly from?: number
  readonly most?: number
  /** Bytes that are read at once. */
  readonly chunk?: number
}

/** The same parts as the command has, without a process of their own. */
export async function answersTo(
  text: string | Buffer,
  {csv, fields = [], formatAs, from = 0, most = 1e7, chunk = 65_536}: StreamCase = {}
) {
  const bytes = Buffer.from(text)
  const count = Math.ceil(bytes.length / chunk)
  const input = Readable.from(
    Array.from({length: count}, (_, index) => bytes.subarray(index * chunk, (index + 1) * chunk))
  )
  const map = parseFields(fields)
  const said = {out: ''}
  const output = {
    open: true,
    async write(piece: string | Uint8Array) {
      said.out += piece
    }
  }
  const session = await openSession({config: false, ...(formatAs && {formatAs})})
  await answerAll({
    input,
    reader: csv ? csvReader(map, most) : jsonReader(map, most),
    judge: judgeOf(session, session.stdinFile, false, noTotals()),
    outlet: new Outlet(output),
    stop: {by: undefined},
    from,
    most,
    answered: () => undefined
  })
  return answersIn(said.out)
}

export function answersIn(out: string): Answer[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

const towns = ['Leeds', 'Bremen', 'Poznań', 'Girona']
export function mail(index: number) {
  const town = towns[index % towns.length]
  const text = `Dear Ms Okello,\n\nI am Anna Whitlock of Harrowgate Fittings Ltd in ${town} and offer pipe clamps.\n\nOrder ${index}: act now!!!`
  return {id: index, subject: `Pipe clamps from ${town}`, from: 'anna@harrowgate.example', text, html: `<p>${text}</p>`}
}

export function lines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

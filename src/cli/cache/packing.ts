import type {Finding, Result, Severity} from '../../result.js'

/** Strings by number. A number that was given stays, so what was packed before is read with what was added since. */
export class StringTable {
  private numbers: Map<string, number> | undefined

  constructor(readonly strings: string[] = []) {}

  numberOf(string: string): number {
    this.numbers ??= new Map(this.strings.map((each, index) => [each, index]))
    const known = this.numbers.get(string)
    if (known !== undefined) return known
    this.numbers.set(string, this.strings.length)
    return this.strings.push(string) - 1
  }

  at(number: number): string {
    const string = this.strings[number]
    if (string === undefined) throw new RangeError('a number without a string')
    return string
  }
}

/** What every finding has, in the order of the list that stands for it. */
type Packed = readonly [
  ruleId: number,
  severity: number,
  message: number,
  start: number,
  end: number,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  text: string,
  exact: boolean,
  fixes: Finding['fixes'],
  /** What else a finding has. */
  others: object,
  detail: readonly number[] | null
]

/**
 * A finding as a list: the names of its parts are most of what would be written. Messages and details stand in the table,
 * for nearly all of them are said of many drafts.
 */
function packFinding(finding: Finding, table: StringTable): Packed {
  const {ruleId, severity, message, start, end, line, column, endLine, endColumn, text, exact, fixes, ...rest} = finding
  const {detail, ...others} = rest
  return [
    table.numberOf(ruleId),
    table.numberOf(severity),
    table.numberOf(message),
    start,
    end,
    line,
    column,
    endLine,
    endColumn,
    text,
    exact,
    fixes,
    others,
    detail?.map((each) => table.numberOf(each)) ?? null
  ]
}

/** By index: taking a list apart by a pattern goes through an iterator, which costs more than all the rest. */
function unpackFinding(packed: Packed, table: StringTable): Finding {
  const finding = {
    ruleId: table.at(packed[0]),
    severity: table.at(packed[1]) as Severity,
    message: table.at(packed[2]),
    start: packed[3],
    end: packed[4],
    line: packed[5],
    column: packed[6],
    endLine: packed[7],
    endColumn: packed[8],
    text: packed[9],
    exact: packed[10],
    fixes: packed[11]
  }
  const detail = packed[13]?.map((each) => table.at(each))
  return Object.assign(finding, detail && {detail}, packed[12])
}

export function pack({findings, suppressed, ...rest}: Result, table: StringTable): string {
  const list = (all: readonly Finding[]) => all.map((finding) => packFinding(finding, table))
  return JSON.stringify([list(findings), list(suppressed), rest])
}

export function unpack(json: string, table: StringTable): Result {
  const [findings, suppressed, rest] = JSON.parse(json)
  const list = (all: readonly Packed[]) => all.map((packed) => unpackFinding(packed, table))
  // JSON has no undefined, which both may be.
  const {language, dialect} = rest
  return {...rest, language, dialect, findings: list(findings), suppressed: list(suppressed)}
}

import type {Finding, Result} from '../../result.js'

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

  at(number: unknown): string {
    const string = this.strings[Number(number)]
    if (string === undefined) throw new RangeError('a number without a string')
    return string
  }
}

/**
 * A finding as a list: the names of its parts are most of what would be written. Messages and details stand in the table,
 * for nearly all of them are said of many drafts.
 */
function packFinding(finding: Finding, table: StringTable): unknown[] {
  const {ruleId, severity, message, start, end, line, column, endLine, endColumn, text, exact, fixes, ...others} =
    finding
  const {detail, ...rest} = others
  const packed = [table.numberOf(ruleId), table.numberOf(severity), table.numberOf(message)]
  const lines = detail?.map((each) => table.numberOf(each))
  return [...packed, start, end, line, column, endLine, endColumn, text, exact, fixes, rest, ...(lines ? [lines] : [])]
}

function unpackFinding(packed: readonly unknown[], table: StringTable): Finding {
  const [ruleId, severity, message, start, end, line, column, endLine, endColumn, text, exact, fixes, rest, lines] =
    packed
  const detail = lines as unknown[] | undefined
  return {
    ruleId: table.at(ruleId),
    severity: table.at(severity),
    message: table.at(message),
    start,
    end,
    line,
    column,
    endLine,
    endColumn,
    text,
    exact,
    fixes,
    ...(detail && {detail: detail.map((each) => table.at(each))}),
    ...(rest as object)
  } as Finding
}

export function pack({findings, suppressed, ...rest}: Result, table: StringTable): string {
  const list = (all: readonly Finding[]) => all.map((finding) => packFinding(finding, table))
  return JSON.stringify([list(findings), list(suppressed), rest])
}

export function unpack(json: string, table: StringTable): Result {
  const [findings, suppressed, rest] = JSON.parse(json)
  const list = (all: readonly unknown[][]) => all.map((packed) => unpackFinding(packed, table))
  // JSON has no undefined, which both may be.
  const {language, dialect} = rest
  return {...rest, language, dialect, findings: list(findings), suppressed: list(suppressed)}
}

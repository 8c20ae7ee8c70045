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

/** Messages and details are most of a result, and nearly all of them are said of many drafts: each is kept once. */
export function pack({findings, suppressed, ...rest}: Result, table: StringTable): string {
  const packed = (finding: Finding) => ({
    ...finding,
    message: table.numberOf(finding.message),
    ...(finding.detail && {detail: finding.detail.map((line) => table.numberOf(line))})
  })
  return JSON.stringify({...rest, findings: findings.map(packed), suppressed: suppressed.map(packed)})
}

export function unpack(json: string, table: StringTable): Result {
  const {findings, suppressed, language, dialect, ...rest} = JSON.parse(json)
  for (const finding of [...findings, ...suppressed]) {
    finding.message = table.at(finding.message)
    if (finding.detail) finding.detail = finding.detail.map((line: unknown) => table.at(line))
  }
  // JSON has no undefined, which both may be.
  return {...rest, findings, suppressed, language, dialect}
}

import type {Finding} from '../result.js'
import type {Edit} from '../rules/define-rule.js'
import type {Email, Format} from '../tree/index.js'

/** A directive to be put into a draft; whether it does what it should, only a reading of the changed draft tells. */
export interface WrittenDirective {
  readonly edit: Edit
  /** Where the reason stands in the edit's text. */
  readonly reason: {readonly start: number; readonly end: number}
}

/** True of everything that somebody looked at and left; who knows better writes that instead. */
const standingReason = 'meant as it stands'

const longestQuote = 60

/** Ways to switch a finding off where it stands, and nothing else as far as that goes; the best first. */
export function suppressHere(finding: Finding, email: Email): WrittenDirective[] {
  const words = quotable(finding.text)
  const quoting = words ? [...suppressInFile(`${finding.ruleId} at "${words}"`, email)] : []
  const block = email.format === 'markdown' ? paragraphAt(finding, email) : undefined
  return block === undefined
    ? quoting
    : [comment('coldread-disable-next', finding.ruleId, lineStart(email, block), email), ...quoting]
}

/** @param what the rule's id, with what limits it */
export function suppressInFile(what: string, email: Email): WrittenDirective[] {
  const {source, format, body} = email
  if (carriers[format] === 'header') return [headerLine(what, email)]
  const file = (at: number) => comment('coldread-disable-file', what, at, email)
  const first = body.blocks[0]
  // In HTML the first block stands inside of elements, and above them all may be a front matter or a doctype.
  if (format === 'html' || !first) return [file(source.length)]
  return [file(lineStart(email, body.text.toSource(first.start, first.end).start)), file(source.length)]
}

const carriers: Readonly<Record<Format, 'comment' | 'header'>> = {
  markdown: 'comment',
  html: 'comment',
  text: 'header',
  eml: 'header'
}

/** Above a paragraph or heading a comment changes nothing else; between items or rows it would part the list or table. */
function paragraphAt({start}: Finding, {body}: Email): number | undefined {
  for (const {kind, quoteDepth, ...span} of body.blocks) {
    const source = body.text.toSource(span.start, span.end)
    if (start < source.start || start > source.end) continue
    return (kind === 'paragraph' || kind === 'heading') && quoteDepth === 0 ? source.start : undefined
  }
  return undefined
}

function comment(verb: string, what: string, at: number, {source}: Email): WrittenDirective {
  const end = lineEnd(source)
  const before = at > 0 && !/[\r\n]/.test(source.charAt(at - 1)) ? end : ''
  return directive(at, `${before}<!-- ${verb} ${what} -- `, ` -->${end}`)
}

/** Before all other header lines, whose values may be folded; without any, an empty line ends it. */
function headerLine(what: string, {source, headers}: Email): WrittenDirective {
  const starts = headers.map(({nameSpan}) => nameSpan.start)
  const end = lineEnd(source)
  const at = starts.length > 0 ? Math.min(...starts) : source.startsWith('\uFEFF') ? 1 : 0
  return directive(at, `X-Coldread-Disable: ${what} -- `, starts.length > 0 ? end : end + end)
}

function directive(at: number, before: string, after: string): WrittenDirective {
  const start = before.length
  const end = start + standingReason.length
  return {edit: {start: at, end: at, text: before + standingReason + after}, reason: {start, end}}
}

/** The first words of a finding, as far as they can stand between quotation marks in a comment. */
function quotable(text: string): string {
  const [plain = ''] = text.trim().split(/["“”«»<>\r\n]|--/, 1)
  if (plain.length <= longestQuote) return plain.trim()
  return plain.slice(0, plain.lastIndexOf(' ', longestQuote) + 1).trim()
}

function lineStart({source}: Email, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
}

function lineEnd(source: string): string {
  return /\r\n|\n|\r/.exec(source)?.[0] ?? '\n'
}

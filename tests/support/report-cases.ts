import type {FailedFile, LintedFile, Run} from '../../src/report/shared/define-reporter.js'
import type {Fix} from '../../src/rules/define-rule.js'
import {finding, linted} from './report-run.js'

export interface ReportCase {
  readonly files: LintedFile[]
  readonly run?: Partial<Run>
}

/** Text that would become markup, a command or a broken document where a report does not take care. */
export const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}',
  '<!-- subject: x -->',
  ']]>',
  '&lt;&amp;&#0;',
  'a | b ` c | <td>',
  '::error file=x::y',
  '%0A::warning::z',
  'ends\nin\r\nlines\r::error::x',
  '\u0000\u0007\u001b[31m\u007f\u009b',
  '\ud800 alone \udc00',
  '\ufffe\uffff',
  '\u202eturned\u2066',
  'سلام، فقط امروز',
  '👩‍👩‍👧 𐐀'
]

const draft = `---
subject: Offer ${hostile[0]}
---

${hostile.join('\n')}
The end.
`

const safe: Fix = {grade: 'safe', message: `Take ${hostile[1]} out.`, edits: [{start: 13, end: 18, text: '<b>&]]>'}]}
const suggestion: Fix = {
  grade: 'suggest',
  message: 'Two edits.',
  edits: [
    {start: 13, end: 14, text: ''},
    {start: 15, end: 15, text: '\n|`'}
  ]
}

const hostileFindings = hostile.map((text, index) =>
  finding(draft, text, {
    message: `“${text}” costs trust. Say ${hostile[(index + 1) % hostile.length]} instead.`,
    severity: index % 2 ? 'warn' : 'error',
    ...(index === 0 ? {fixes: [safe, suggestion], detail: hostile} : {})
  })
)

const failure = (path: string, why: string): FailedFile => ({path, absolutePath: `/repo/${path}`, why})

const named = (path: string): LintedFile => {
  const source = 'Buy now'
  return linted(source, [finding(source, 'now')], {path, absolutePath: `/repo/${path}`})
}

function withSuppressed(file: LintedFile): LintedFile {
  const suppressed = hostile.map((text) => ({...finding(draft, text), reason: `because ${text}`}))
  return {...file, result: {...file.result, suppressed}}
}

const oddNames = [
  'with space.md',
  'quo"te\'s.md',
  'new\nline.md',
  'a,b:c%.md',
  'نامه.md',
  'half\ufffd.md',
  '[x](y)|`.md'
]

const hostileFile = {path: 'mails/<b>.md', absolutePath: '/repo/mails/<b>.md'}
const mark = '\ufeffBuy now\r\nor never'
const bytes = 'Gr\u00c3\u00bc\u00df now'
const huge = `${'word '.repeat(20_000)}end`

/** Runs that every report must tell of. */
export const reportCases: Readonly<Record<string, ReportCase>> = {
  'a run with findings': {files: [linted(draft, hostileFindings, hostileFile), linted('Fine.', []), named('b.md')]},
  'a run without findings': {files: [linted('Fine.', []), linted('', [])]},
  'no draft at all': {files: []},
  'files that failed': {
    files: [named('a.md')],
    run: {failures: hostile.map((text) => failure(`${text}.md`, `no such ${text}`))}
  },
  'suppressed findings': {files: [withSuppressed(linted(draft, hostileFindings.slice(0, 2), hostileFile))]},
  'a quiet run': {
    files: [
      linted(
        draft,
        hostileFindings.filter(({severity}) => severity === 'error')
      )
    ],
    run: {quiet: true}
  },
  'a quiet run without errors': {files: [linted('Fine.', [])], run: {quiet: true}},
  'odd paths': {files: oddNames.map(named)},
  'a file outside of the root': {files: [{...named('c.md'), absolutePath: '/else where/c.md'}]},
  'standard input': {files: [{...named('x'), path: '<stdin>', absolutePath: '/repo/<stdin>'}]},
  'a huge message and huge words': {files: [linted(huge, [finding(huge, huge, {message: huge})])]},
  'a file in no charset of its own': {files: [linted(bytes, [finding(bytes, 'now')], {bytewise: true})]},
  'a byte order mark and CRLF': {files: [linted(mark, [finding(mark, 'Buy now'), finding(mark, 'now\r\nor')])]},
  'words in a coded part': {files: [linted('SGVsbG8=', [finding('SGVsbG8=', 'SGVs', {text: 'Hello', exact: false})])]},
  'a place without words': {files: [linted('Buy\nnow', [finding('Buy\nnow', ''), finding('Buy\nnow', 'now')])]}
}

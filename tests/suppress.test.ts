import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {FormatParser} from '../src/parse/define-format.js'
import eml from '../src/parse/formats/eml.js'
import html from '../src/parse/formats/html.js'
import markdown from '../src/parse/formats/markdown.js'
import text from '../src/parse/formats/text.js'
import type {Finding} from '../src/result.js'
import {applyDirectives, type DirectiveProblem, readDirectives} from '../src/suppress/index.js'
import type {Email, Section, SectionName} from '../src/tree/index.js'

const ruleIds = ['filler', 'urgency', 'opt-out', 'subject-hype', 'parse']

/** A draft of which each named part begins at the words given, and ends where the next one begins. */
async function emailOf(source: string, format: FormatParser, parts: Partial<Record<SectionName, string>> = {}) {
  const parsed = await format.parse(source, {dialect: undefined, encoding: 'utf-8'})
  const {value} = parsed.body.text
  const starts = Object.entries(parts).map(([name, words]) => ({
    name: name as SectionName,
    start: value.indexOf(words)
  }))
  const sections = starts.map(({name, start}, index): Section => {
    return {type: 'section', name, start, end: starts[index + 1]?.start ?? value.length, children: []}
  })
  const read = {language: 'en', languageBy: 'words', proseRead: true, sentences: [], facts: []}
  const anchors = {opening: {start: 0, end: 0}, end: {start: value.length, end: value.length}}
  return {
    ...parsed,
    ...read,
    type: 'email',
    children: [...parsed.headers, ...sections],
    sections,
    anchors
  } satisfies Email
}

/** A finding of a rule at words of the file; where the mail ends for no words. */
function found(ruleId: string, words: string, {source, body, anchors}: Email): Finding {
  const start = words ? source.indexOf(words) : body.text.toSource(anchors.end.start, anchors.end.end).start
  if (start < 0) throw new Error(`The draft has no “${words}”.`)
  const places = {line: 1, column: 1, endLine: 1, endColumn: 1, start, end: start + words.length}
  return {ruleId, severity: 'warn', message: 'A message.', text: words, exact: true, fixes: [], ...places}
}

interface Asked {
  readonly format: FormatParser
  readonly source: string
  readonly parts?: Partial<Record<SectionName, string>>
  /** Rule id and words of each finding. */
  readonly findings: readonly (readonly [string, string])[]
}

/** What stays, what goes with which reason, and what is said about the directives themselves. */
async function outcome({format, source, parts, findings}: Asked) {
  const email = await emailOf(source, format, parts)
  const {directives, problems} = readDirectives(email, ruleIds)
  const all = findings.map(([id, words]) => found(id, words, email))
  const {left, suppressed, unused} = applyDirectives(all, directives, email)
  const told = ({message, at, severity}: DirectiveProblem) =>
    `${severity} ${email.source.slice(at.start, at.end)} ${message}`
  return {
    left: left.map(({ruleId, text}) => `${ruleId} ${text}`),
    gone: suppressed.map(({ruleId, text, reason}) => `${ruleId} ${text}: ${reason}`),
    said: [...problems, ...unused].map(told)
  }
}

const silent = {left: [], said: []}

describe('a comment', () => {
  test('disables from where it stands to the end', async () => {
    const source =
      'We act fast.\n\n<!-- coldread-disable filler -- the buyer knows us -->\n\nWe trust you are well.\n\nWe hope so.\n'
    const findings = [
      ['filler', 'We act'],
      ['filler', 'We trust'],
      ['urgency', 'We hope'],
      ['filler', 'We hope']
    ] as const
    for (const format of [markdown, html]) {
      expect(await outcome({format, source, findings})).toEqual({
        left: ['filler We act', 'urgency We hope'],
        gone: ['filler We trust: the buyer knows us', 'filler We hope: the buyer knows us'],
        said: []
      })
    }
  })

  test('disables up to where another enables, all or by id', async () => {
    const source = [
      '<!-- coldread-disable filler, urgency -- quoted -->',
      'One.',
      '<!-- coldread-enable filler -->',
      'Two.',
      '<!-- coldread-enable -->',
      'Three.',
      '<!-- coldread-disable all — house style -->',
      'Four.',
      '<!-- coldread-enable urgency -->',
      'Five.'
    ].join('\n\n')
    const findings = ['One', 'Two', 'Three', 'Four', 'Five'].flatMap((word) => [
      ['filler', word] as const,
      ['urgency', word] as const
    ])
    expect(await outcome({format: markdown, source, findings})).toEqual({
      left: ['filler Two', 'filler Three', 'urgency Three', 'urgency Five'],
      gone: [
        'filler One: quoted',
        'urgency One: quoted',
        'urgency Two: quoted',
        'filler Four: house style',
        'urgency Four: house style',
        'filler Five: house style'
      ],
      said: []
    })
  })

  test('disables for the next block alone, with the tag that opens it', async () => {
    const source =
      '<p>One</p>\n<!-- coldread-disable-next filler -- a slogan -->\n<p style="color: red">Two <b>and a half</b></p>\n<p>Three</p>\n'
    const findings = [
      ['filler', 'One'],
      ['filler', 'color: red'],
      ['filler', 'and a half'],
      ['filler', 'Three']
    ] as const
    expect(await outcome({format: html, source, findings})).toEqual({
      left: ['filler One', 'filler Three'],
      gone: ['filler color: red: a slogan', 'filler and a half: a slogan'],
      said: []
    })
  })

  test('disables for the whole file from anywhere in it', async () => {
    const source = '---\nsubject: Act now\n---\n\nOne.\n\nTwo. <!-- coldread-disable-file all -- a test mail -->\n'
    const findings = [
      ['subject-hype', 'Act now'],
      ['filler', 'One'],
      ['opt-out', '']
    ] as const
    expect(await outcome({format: markdown, source, findings})).toMatchObject(silent)
  })

  test('works in the HTML part of a message, quoted-printable included', async () => {
    const source = [
      'Subject: Racking',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>One</p><!-- coldread-disable-next filler -- =E2=80=9Cour=E2=80=9D mot=',
      'to --><p>Two</p><p>Three</p>',
      ''
    ].join('\r\n')
    const findings = ['One', 'Two', 'Three'].map((word) => ['filler', word] as const)
    expect(await outcome({format: eml, source, findings})).toEqual({
      left: ['filler One', 'filler Three'],
      gone: ['filler Two: “our” motto'],
      said: []
    })
  })

  test('in code, or in plain text, says nothing', async () => {
    const directive = '<!-- coldread-disable-file filler -- why -->'
    const findings = [['filler', 'One']] as const
    const untouched = {left: ['filler One'], gone: [], said: []}
    expect(await outcome({format: markdown, source: `One.\n\n    ${directive}\n`, findings})).toEqual(untouched)
    expect(await outcome({format: markdown, source: `One: \`${directive}\`\n`, findings})).toEqual(untouched)
    expect(await outcome({format: text, source: `One.\n\n${directive}\n`, findings})).toEqual(untouched)
    expect(await outcome({format: markdown, source: 'One. <!-- about coldread-disable -->\n', findings})).toEqual(
      untouched
    )
  })
})

describe('a key of the front matter', () => {
  test.each([
    ['a text', 'coldread-disable: filler, opt-out -- a reply to their tender'],
    ['a quoted text', 'coldread-disable: "filler, opt-out -- a reply to their tender"'],
    ['a list', 'coldread-disable:\n  - filler -- a reply to their tender\n  - opt-out -- a reply to their tender']
  ])('%s', async (_, key) => {
    const source = `---\nsubject: Racking\n${key}\n---\n\nOne.\n`
    const findings = [
      ['filler', 'One'],
      ['opt-out', '']
    ] as const
    for (const format of [markdown, html]) {
      const gone = ['filler One: a reply to their tender', 'opt-out : a reply to their tender']
      expect(await outcome({format, source, findings})).toEqual({...silent, gone})
    }
  })

  test('that is no text is refused', async () => {
    const source = '---\nsubject: Racking\ncoldread-disable: 5\n---\n\nOne.\n'
    expect(await outcome({format: markdown, source, findings: [['filler', 'One']]})).toEqual({
      left: ['filler One'],
      gone: [],
      said: ['error 5 This suppression is no text: write a text, or a list of texts.']
    })
  })
})

test.each([
  ['.eml', eml],
  ['.txt', text]
] as const)('headers of %s, as many as wanted, folded too', async (_, format) => {
  const source = [
    'Subject: Racking',
    'From: Mina Rahimi <mina@kiln.example>',
    'X-Coldread-Disable: filler -- one',
    'X-Coldread-Disable: urgency,',
    ' opt-out -- two',
    '',
    'One.'
  ].join('\n')
  const findings = [
    ['filler', 'One'],
    ['urgency', 'One'],
    ['opt-out', '']
  ] as const
  const gone = ['filler One: one', 'urgency One: two', 'opt-out : two']
  expect(await outcome({format, source, findings})).toEqual({...silent, gone})
})

describe('a directive is limited', () => {
  const draft = (directive: string) =>
    `---\nsubject: Act now\ncoldread-disable: ${directive}\n---\n\nHi Ann,\n\nOnly today: don’t\nwait.\n\nKind regards\nAct & Co.\n`
  const parts = {greeting: 'Hi Ann', opening: 'Only', 'sign-off': 'Kind', signature: 'Act &'}
  const findings = [
    ['urgency', 'Act now'],
    ['urgency', 'Only today'],
    ['urgency', 'wait'],
    ['urgency', 'Act &'],
    ['urgency', '']
  ] as const

  test.each<[string, readonly string[]]>([
    ['urgency in subject -- why', ['Act now']],
    ['urgency in opening -- why', ['Only today', 'wait']],
    ['urgency in signature -- why', ['Act &', '']],
    ['urgency at "only TODAY" -- why', ['Only today']],
    ['urgency at "today" -- why', ['Only today']],
    ["urgency at «don't wait» -- why", ['wait']],
    ['urgency at “act” -- why', ['Act now', 'Act &']],
    ['urgency in subject at "act" -- why', ['Act now']],
    ['urgency at "act" in signature -- why', ['Act &']],
    ['urgency at "a -- b" -- why', []],
    ['urgency at "(.*" -- why', []]
  ])('%s', async (directive, words) => {
    const {gone} = await outcome({
      format: markdown,
      source: draft(`'${directive.replace("'", "''")}'`),
      parts,
      findings
    })
    expect(gone).toEqual(words.map((word) => `urgency ${word}: why`))
  })
})

describe('a directive that is wrong does nothing and is reported where it stands', () => {
  const form = '`rule-id [in section] [at "words"] -- reason`'
  const list =
    '`subject`, `greeting`, `opening`, `pitch`, `ask`, `sign-off`, `signature`, `footer`, `quoted-thread`, `postscript`'

  test.each([
    ['filler', 'This suppression gives no reason, so it does nothing: write ` -- ` and the reason behind it.'],
    ['filler --', 'This suppression gives no reason, so it does nothing: write ` -- ` and the reason behind it.'],
    ['filer -- why', '`filer` is no rule, so nothing is suppressed: did you mean `filler`?'],
    ['lyrics -- why', '`lyrics` is no rule, so nothing is suppressed: `coldread rules` lists them.'],
    [
      'suppression -- why',
      'A draft can not suppress `suppression` findings: set the level of `suppression` in the configuration.'
    ],
    ['filler in foter -- why', '`foter` is no part of an e-mail, so nothing is suppressed: did you mean `footer`?'],
    ['filler in belly -- why', `\`belly\` is no part of an e-mail, so nothing is suppressed: there are ${list}.`],
    ['-- why', `This suppression is not understood: write ${form}.`],
    ['filler, -- why', `This suppression is not understood: write ${form}.`],
    ['filler urgency -- why', `This suppression is not understood: write ${form}.`],
    ['filler in -- why', `This suppression is not understood: write ${form}.`],
    ['filler at words -- why', `This suppression is not understood: write ${form}.`],
    ['filler at " " -- why', `This suppression is not understood: write ${form}.`],
    ['filler in footer in ask -- why', `This suppression is not understood: write ${form}.`],
    [`${'filler, '.repeat(300)}urgency -- why`, 'This suppression has more than 2000 characters: write it shorter.'],
    ['filler at "words -- why', `This suppression is not understood from \`"words -- why\` on: write ${form}.`]
  ])('%.60s', async (directive, message) => {
    const comment = `<!-- coldread-disable ${directive} -->`
    expect(await outcome({format: markdown, source: `${comment}\n\nOne.\n`, findings: [['filler', 'One']]})).toEqual({
      left: ['filler One'],
      gone: [],
      said: [`error ${comment} ${message}`]
    })
  })

  test.each([
    ['coldread-disabel filler -- why', 'error', '`coldread-disabel` is no directive: did you mean `coldread-disable`?'],
    [
      'coldread-enable filler urgency',
      'error',
      'This `coldread-enable` is not understood: write rule ids behind it, or nothing for all of them.'
    ],
    [
      'coldread-enable filler',
      'warn',
      'This `coldread-enable` ends nothing, for no such rule is disabled above it: remove it.'
    ]
  ])('%s', async (value, severity, message) => {
    const {said} = await outcome({format: html, source: `<p>One</p><!-- ${value} -->`, findings: []})
    expect(said).toEqual([`${severity} <!-- ${value} --> ${message}`])
  })

  test('but the ids beside an unknown one are followed', async () => {
    const source = '<!-- coldread-disable filler, urgncy -- why -->\n\nOne.\n'
    const {gone, said} = await outcome({format: markdown, source, findings: [['filler', 'One']]})
    expect(gone).toEqual(['filler One: why'])
    expect(said).toHaveLength(1)
  })
})

describe('what suppresses nothing is reported', () => {
  test.each([
    ['filler -- why', ['`filler` finds nothing that this suppression reaches: remove the suppression.']],
    [
      'urgency, filler -- why',
      ['`filler` finds nothing that this suppression reaches: take it out of the suppression.']
    ],
    ['urgency at "two" -- why', ['`urgency` finds nothing that this suppression reaches: remove the suppression.']],
    ['all in subject -- why', ['No rule finds anything that this suppression reaches: remove the suppression.']],
    ['urgency -- why', []]
  ])('%s', async (directive, messages) => {
    const comment = `<!-- coldread-disable ${directive} -->`
    const {said} = await outcome({format: markdown, source: `${comment}\n\nOne.\n`, findings: [['urgency', 'One']]})
    expect(said).toEqual(messages.map((message) => `warn ${comment} ${message}`))
  })

  test('a directive before no block', async () => {
    const source = 'One.\n\n<!-- coldread-disable-next urgency -- why -->\n'
    const {left, said} = await outcome({format: markdown, source, findings: [['urgency', 'One']]})
    expect(left).toEqual(['urgency One'])
    expect(said).toHaveLength(1)
  })

  test('unless the rule did not run', async () => {
    const email = await emailOf('<!-- coldread-disable filler, urgency -- why -->\n\nOne.\n', markdown)
    const {directives} = readDirectives(email, ruleIds)
    const {unused} = applyDirectives([], directives, email, new Set(['urgency']))
    expect(unused.map(({message}) => message)).toEqual([
      '`urgency` finds nothing that this suppression reaches: take it out of the suppression.'
    ])
  })
})

test('two directives that reach the same finding both count as used, and the later one gives the reason', async () => {
  const source =
    '---\nsubject: A\ncoldread-disable: filler -- everywhere\n---\n\n<!-- coldread-disable-next filler -- here -->\n\nOne.\n'
  expect(await outcome({format: markdown, source, findings: [['filler', 'One']]})).toEqual({
    ...silent,
    gone: ['filler One: here']
  })
})

test('findings about suppressions can not be suppressed', async () => {
  const source = '<!-- coldread-disable-file all -- why -->\n\nOne.\n'
  const {left} = await outcome({
    format: markdown,
    source,
    findings: [
      ['suppression', 'One'],
      ['parse', 'One']
    ]
  })
  expect(left).toEqual(['suppression One'])
})

test('a draft of nothing but directives is read up to a bound', async () => {
  const source = '<!-- coldread-disable filler at "o" -- why -->\n'.repeat(5_000) + 'One. '.repeat(5_000)
  const {gone, said} = await outcome({format: html, source, findings: [['filler', 'One']]})
  expect(gone).toEqual(['filler One: why'])
  expect(said).toEqual([
    'error <!-- coldread-disable filler at "o" -- why --> More than 100 suppressions in one draft, and those from here on are not read: disable rules in the configuration.'
  ])
})

test('any text after the verb is followed or reported, and followed only with a reason', async () => {
  const pieces = fc.constantFrom(
    'filler',
    'all',
    ',',
    ' ',
    'in',
    'at',
    'subject',
    '"',
    '"words"',
    '--',
    '—',
    'why',
    '\n',
    'é'
  )
  const directive = fc.array(pieces, {maxLength: 12}).map((list) => list.join(' '))
  const email = await emailOf('---\nsubject: A\n---\n\nOne.\n', markdown)
  fc.assert(
    fc.property(directive, (written) => {
      const comments = [{start: 0, end: 3, value: ` coldread-disable-file ${written} `}]
      const {directives, problems} = readDirectives({...email, comments}, ruleIds)
      const read = directives.length === 1
      expect(read || problems.length > 0).toBe(true)
      for (const {reason, ids} of directives) expect([reason.length > 0, ids.length > 0]).toEqual([true, true])
    })
  )
})

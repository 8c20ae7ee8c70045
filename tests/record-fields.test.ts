import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import {compose} from '../src/cli/stream/compose.js'
import {FieldMap, type Fields, parseFields} from '../src/cli/stream/fields.js'
import {messagesOf} from '../src/cli/stream/messages.js'
import {lint} from '../src/index.js'
import {answersTo, lines} from './support/records.js'

fc.configureGlobal({seed: 519, numRuns: 60})
vi.setConfig({testTimeout: 60_000})

const words = [
  'act now',
  'don’t miss out',
  'best in class',
  'GUARANTEED',
  '!!!',
  '{{first_name}',
  '📦',
  '漢字',
  "it's",
  '"so"'
]
const joints = [
  ' ',
  '\n',
  '\r\n\r\n',
  '\t',
  '\\',
  ': ',
  '&amp; ',
  '=?utf-8?q?a?=',
  '--part-of-the-record',
  "''",
  '<b>',
  '---\n'
]
const prose = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...joints)), {minLength: 1, maxLength: 8})
  .map((pairs) => pairs.flat().join(''))

function textIn(record: Fields, field: string): string {
  return String((record as Record<string, unknown>)[field])
}

const sameLineEnds = (text: string) => text.replace(/\s/g, ' ')

/** Findings as the library tells them, beside where the answer tells them. */
async function judge(record: Fields) {
  const draft = compose(record, 'markdown')
  const {findings} = await lint(draft.source, {format: draft.format})
  const messages = messagesOf(findings, draft)
  return findings.map((finding, index) => ({finding, message: messages[index] as (typeof messages)[number]}))
}

describe('the law of spans', () => {
  const records = fc.oneof(
    fc.record({subject: prose, text: prose}),
    fc.record({subject: prose, html: prose}),
    fc.record({subject: prose, from: fc.constant('Anna <anna@h.example>'), text: prose, html: prose}),
    fc.record({subject: prose, content: prose, format: fc.constantFrom('markdown', 'text', 'html')}),
    fc.record({content: prose, format: fc.constantFrom('markdown', 'text', 'html', 'eml')})
  )

  test('holds in each field of a record', async () => {
    let held = 0
    await fc.assert(
      fc.asyncProperty(records, async (record) => {
        for (const {finding, message} of await judge(record)) {
          const text = textIn(record, message.field)
          const cut = text.slice(message.start, message.end)
          expect(message.end).toBeLessThanOrEqual(text.length)
          const before = text.slice(0, message.start).split('\n')
          if (message.field !== 'subject')
            expect([message.line, message.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1])
          if (finding.missing || !finding.exact || /[&=<\\'*_]/.test(cut)) continue
          expect(sameLineEnds(cut)).toBe(sameLineEnds(finding.text))
          held += 1
        }
      })
    )
    expect(held).toBeGreaterThan(100)
  })
})

describe('a record is judged as the mail that it will be', () => {
  const body = 'Dear Ms Okello,\n\nAct now and get the best in class pipe clamps!!!\n\nKind regards\nAnna Whitlock'
  const found = async (record: Fields) => (await judge(record)).map(({finding}) => finding.ruleId).sort()
  const inFile = async (source: string, format: 'markdown' | 'text' | 'html' | 'eml') =>
    (await lint(source, {format})).findings.map(({ruleId}) => ruleId).sort()

  test.each([
    ['text', {subject: 'It\'s "free"', text: body}, `Subject: It's "free"\n\n${body}`, 'text'],
    ['text in content', {subject: 'Free', format: 'text', content: body}, `Subject: Free\n\n${body}`, 'text'],
    ['html', {subject: 'Free', html: `<p>${body}</p>`}, `<!-- subject: Free -->\n<p>${body}</p>`, 'html'],
    [
      'markdown',
      {subject: `It's "free"`, format: 'md', content: `**${body}**`},
      `---\nsubject: It's "free"\n---\n\n**${body}**`,
      'markdown'
    ],
    ['a whole file', {format: 'txt', content: `Subject: Free\n\n${body}`}, `Subject: Free\n\n${body}`, 'text'],
    [
      'a message, which has its own headers',
      {format: 'eml', subject: 'x', content: `Subject: Free\n\n${body}`},
      `Subject: Free\n\n${body}`,
      'eml'
    ],
    [
      'a message with both parts, whose HTML is shown',
      {subject: 'Free', text: 'Hi', html: `<p>${body}</p>`},
      `Subject: Free\nContent-Type: text/html\n\n<p>${body}</p>`,
      'eml'
    ],
    ['text beside empty html', {subject: 'Free', text: body, html: ' '}, `Subject: Free\n\n${body}`, 'text']
  ] as const)('%s', async (_, record, file, format) => {
    const rules = await inFile(file, format)
    expect(rules.length).toBeGreaterThan(2)
    expect(await found(record)).toEqual(rules)
  })

  test('with its headers, which change what rules say', async () => {
    const plain = {subject: 'Re: pipe clamps', text: body}
    expect(await found(plain)).toEqual(expect.arrayContaining(['subject-deceptive', 'opt-out']))
    expect(await found({...plain, step: 2})).not.toContain('subject-deceptive')
    expect(await found({...plain, inReplyTo: '<1@h.example>'})).not.toContain('subject-deceptive')
    expect(await found({...plain, headers: {'X-Coldread-Disable': 'opt-out -- the sequencer adds it'}})).not.toContain(
      'opt-out'
    )
    expect(await found({...plain, disable: 'opt-out -- the sequencer adds it'})).not.toContain('opt-out')
    expect(await found({...plain, headers: [{name: 'In-Reply-To', value: '<1@h.example>'}]})).not.toContain(
      'subject-deceptive'
    )
  })

  test('with a subject among its headers', async () => {
    expect(await found({headers: {Subject: 'Pipe clamps, 3 euro'}, text: body})).not.toContain('subject-missing')
    expect(await found({headers: {}, text: body})).toContain('subject-missing')
  })

  test('and cannot say more headers than it has', async () => {
    const record = {subject: 'Pipe clamps\nX-Coldread-Disable: all -- so there', text: body}
    expect(await found(record)).toContain('opt-out')
  })

  test('with senders as texts, maps and lists', () => {
    const sources = [
      'Anna <a@h.example>',
      {name: 'Anna', email: 'a@h.example'},
      [{name: 'Anna', address: 'a@h.example'}]
    ].map((from) => compose({from, text: 'Hi'}, 'text').source)
    expect(new Set(sources).size).toBe(1)
    expect(sources[0]).toContain('From: Anna <a@h.example>\n')
  })
})

describe('names of fields', () => {
  test.each([
    [
      {Subject: 's', HtmlBody: 'h', TextBody: 't', ReplyTo: 'r'},
      {subject: 's', html: 'h', text: 't', replyTo: 'r'}
    ],
    [
      {'Reply-To': 'r', body_html: 'h', 'In Reply To': 'i'},
      {replyTo: 'r', html: 'h', inReplyTo: 'i'}
    ],
    [{body: 'b', toString: 't', __proto__: {text: 'x'}}, {}]
  ])('are known in the spellings of others: %j', (record, fields) => {
    expect(new FieldMap().read(record)).toEqual(fields)
  })

  test('are told by --fields', () => {
    const map = parseFields(['subject=Betreff,html=Body, HTML,id=lead.id', 'text='])
    const record = {Betreff: 's', subject: 'not this', 'Body, HTML': 'h', lead: {id: 7}, text: 'nor this'}
    expect(map.read(record)).toEqual({subject: 's', html: 'h', id: 7, text: undefined})
  })
})

describe('a table', () => {
  const csv = (text: string, fields: string[] = []) => answersTo(text, {csv: true, fields})

  test.each([
    ['commas', 'id,subject,text\n1,Clamps,"Hi,\n\nact ""now"""\n2,Clamps,Hi\n'],
    ['semicolons and line ends of Windows', 'id;subject;text\r\n1;Clamps;"Hi,\r\n\r\nact ""now"""\r\n2;Clamps;Hi\r\n'],
    ['tabs, without a final line end', 'id\tsubject\ttext\n1\tClamps\t"Hi,\n\nact ""now"""\n2\tClamps\tHi'],
    [
      'a byte order mark and quoted heads',
      '\ufeff"id","subject","text"\n1,Clamps,"Hi,\n\nact ""now"""\n\n2,Clamps,Hi\n'
    ]
  ])('with %s is read row by row', async (_, text) => {
    const answers = await csv(text)
    const records = [
      {id: '1', subject: 'Clamps', text: 'Hi,\n\nact "now"'},
      {id: '2', subject: 'Clamps', text: 'Hi'}
    ]
    const same = await answersTo(lines(records))
    const rules = (all: typeof answers) => all.map(({id, messages}) => [id, messages?.map(({ruleId}) => ruleId)])
    expect(rules(answers)).toEqual(rules(same))
    expect(answers.map(({line}) => line)).toEqual([2, text.includes('\n\n2') ? 6 : 5])
    expect(answers.at(-1)?.offset).toBe(Buffer.byteLength(text))
    for (const chunk of [1, 2, 5]) expect(await answersTo(text, {csv: true, chunk})).toEqual(answers)
    const [first] = answers
    expect(await answersTo(text, {csv: true, from: first?.offset ?? 0})).toEqual(answers.slice(1))
  })

  test('answers its bad rows', async () => {
    const rows = ['1,a', '2,a"b,Hi', '3,"a"b,Hi', `4,a,${'x'.repeat(300)}`, '5,a,Hi', '6,a,"open\n7,a,Hi\n']
    const answers = await answersTo(`id,subject,text\n${rows.join('\n')}`, {csv: true, most: 200})
    expect(answers.map(({line, id, error}) => [line, error ?? id])).toEqual([
      [2, 'the row has 2 cells, and the first row names 3 columns'],
      [3, expect.stringContaining('a quote stands inside of a cell')],
      [4, expect.stringContaining('a quote stands inside of a cell')],
      [5, expect.stringContaining('the limit of 200 bytes')],
      [6, '5'],
      [7, 'the row is no CSV: a quote is opened and never closed']
    ])
  })

  test('goes on behind a row that never ends', async () => {
    const text = `id,text\n1,"open\n${'x'.repeat(300)}\n2,Hi\n3,"Ho"\n`
    const answers = await answersTo(text, {csv: true, most: 100, chunk: 64})
    expect(answers.map(({id, error}) => error ?? id)).toEqual([expect.stringContaining('the limit'), '2', '3'])
  })

  test('takes bytes that are no UTF-8 for a bad row', async () => {
    const [answer] = await answersTo(Buffer.from('id,text\n1,\xe9\n', 'latin1'), {csv: true})
    expect(answer).toMatchObject({line: 2, error: 'the row is no valid UTF-8'})
  })

  test.each([
    ['id,body\n1,Hi\n', 'no column is content, text or html: there is id, body; --fields says'],
    ['id,"text\n', 'the first row must name the columns: the row is no CSV']
  ])('is told to be none where its head cannot be: %j', async (text, message) => {
    await expect(csv(text)).rejects.toThrow(message)
  })

  test('is told of a column that it does not have', async () => {
    await expect(csv('id,Betreff,text\n', ['subject=Betref'])).rejects.toThrow(
      'no column `Betref`: did you mean `Betreff`?'
    )
  })
})

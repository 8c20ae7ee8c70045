import {describe, expect, it} from 'vitest'
import type {Sender} from '../src/config/index.js'
import {fix} from '../src/fix/index.js'
import type {Format} from '../src/tree/index.js'

/** Where and how fixes write what a draft leaves out: as the lines beside it are written. */
const sender: Sender = {
  company: 'Hallam Ice',
  description: 'We rent ice machines to hotel kitchens.',
  phones: ['+44 20 7946 0100'],
  address: ['12 Forge Lane', 'Sheffield S1 2AB', 'United Kingdom'],
  optOut: 'If ice is not for you, tell me & I will not write again.'
}
const off = ['filler', 'urgency', 'generic-claims', 'overpromise', 'subject-vague', 'subject-hype', 'contact-block']
const config = (only: string) => ({
  sender,
  rules: Object.fromEntries(
    [...off, 'opening-identity', 'opening-offer', 'contact-channels', 'physical-address', 'opt-out', 'subject-missing']
      .filter((id) => id !== only)
      .map((id) => [id, 'off' as const])
  )
})

async function fixed(only: string, source: string, format: Format): Promise<string> {
  return (await fix(source, {format, suggestions: true, config: config(only)})).output
}

const letter =
  'Subject: Ice\n\nDear Ms Okoro,\n\nwhat does ice cost you?\n\nKind regards,\n\nJo Perrin\n01632 960 118\n'
const optOut = 'If ice is not for you, tell me & I will not write again.'

describe('a paragraph', () => {
  it.each<[string, Format, string, string]>([
    ['in plain text', 'text', letter, `${letter}\n${optOut}\n`],
    ['at the end of a file without a last line end', 'text', letter.trimEnd(), `${letter.trimEnd()}\n\n${optOut}`],
    ['in a file with CRLF', 'text', letter.replaceAll('\n', '\r\n'), `${letter}\n${optOut}\n`.replaceAll('\n', '\r\n')],
    [
      'above a quoted thread',
      'text',
      `${letter}\nOn 3 May 2026, Ann Okoro wrote:\n> hello\n`,
      `${letter}\n${optOut}\n\nOn 3 May 2026, Ann Okoro wrote:\n> hello\n`
    ],
    [
      'in HTML, as the one above, its looks but not its id',
      'html',
      '<html lang="en"><body><p>Dear Ms Okoro,</p>\n<p>what does ice cost?</p>\n<p id="s" style="margin:0">Jo Perrin<br>\n01632 960 118</p>\n</body></html>\n',
      '<html lang="en"><body><p>Dear Ms Okoro,</p>\n<p>what does ice cost?</p>\n<p id="s" style="margin:0">Jo Perrin<br>\n01632 960 118</p>\n<p style="margin:0">If ice is not for you, tell me &amp; I will not write again.</p>\n</body></html>\n'
    ],
    [
      'in HTML with line breaks',
      'html',
      '<div lang="en">Dear Ms Okoro,<br><br>what does ice cost?<br><br>Jo Perrin<br>01632 960 118</div>\n',
      '<div lang="en">Dear Ms Okoro,<br><br>what does ice cost?<br><br>Jo Perrin<br>01632 960 118</div>\n<div lang="en">If ice is not for you, tell me &amp; I will not write again.</div>\n'
    ],
    [
      'in a cell of a table',
      'html',
      '<html lang="en"><table><tr><td>Dear Ms Okoro,<br>what does ice cost?<br>Jo Perrin<br>01632 960 118</td></tr></table></html>',
      '<html lang="en"><table><tr><td>Dear Ms Okoro,<br>what does ice cost?<br>Jo Perrin<br>01632 960 118<br>\n<br>\nIf ice is not for you, tell me &amp; I will not write again.</td></tr></table></html>'
    ]
  ])('%s', async (_, format, before, after) => {
    expect(await fixed('opt-out', before, format)).toBe(after)
  })
})

describe('lines of a signature', () => {
  it.each<[string, string, string]>([
    ['bare', 'Jo Perrin\n01632 960 118', 'Jo Perrin\n01632 960 118\n12 Forge Lane\nSheffield S1 2AB\nUnited Kingdom'],
    [
      'with two blanks at their ends',
      'Jo Perrin  \n01632 960 118',
      'Jo Perrin  \n01632 960 118  \n12 Forge Lane  \nSheffield S1 2AB  \nUnited Kingdom'
    ],
    [
      'with backslashes',
      'Jo Perrin\\\n01632 960 118',
      'Jo Perrin\\\n01632 960 118\\\n12 Forge Lane\\\nSheffield S1 2AB\\\nUnited Kingdom'
    ]
  ])('%s in Markdown', async (_, before, after) => {
    const draft = (signature: string) =>
      `---\nlang: en\n---\n\nDear Ms Okoro,\n\nice?\n\nKind regards,\n\n${signature}\n`
    expect(await fixed('physical-address', draft(before), 'markdown')).toBe(draft(after))
  })

  it('each in an element of its own where the lines above have one', async () => {
    const draft = (more: string) =>
      `<html lang="en"><div>Dear Ms Okoro,</div><div>ice?</div><div>Kind regards</div>\n<div>Jo Perrin</div>\n<div>01632 960 118</div>${more}</html>`
    const added = '\n<div>12 Forge Lane</div>\n<div>Sheffield S1 2AB</div>\n<div>United Kingdom</div>'
    expect(await fixed('physical-address', draft(''), 'html')).toBe(draft(added))
  })
})

describe('the opening', () => {
  const introduced = 'We are Hallam Ice. We rent ice machines to hotel kitchens.'
  it.each<[string, string, string]>([
    ['below the greeting', 'Dear Ms Okoro,\n\nhow is it?\n', `Dear Ms Okoro,\n\n${introduced}\n\nhow is it?\n`],
    [
      'below a greeting with no empty line',
      'Dear Ms Okoro,\nhow is it?\n',
      `Dear Ms Okoro,\n${introduced}\n\nhow is it?\n`
    ],
    [
      'at the top where nobody is greeted',
      'how is your kitchen doing today?\n',
      `${introduced}\n\nhow is your kitchen doing today?\n`
    ]
  ])('%s', async (_, before, after) => {
    const draft = (body: string) => `Subject: Ice\nLang: en\n\n${body}`
    expect(await fixed('opening-identity', draft(before), 'text')).toBe(draft(after))
  })
})

describe('Markdown', () => {
  it('is kept from reading signs of the configuration as its own', async () => {
    const config = {sender: {address: ['# 4 *Dock* Row', '1. Floor', 'Hull HU1 1AA', 'United Kingdom']}}
    const draft = '---\nlang: en\n---\n\nDear Ms Okoro,\n\nice?\n\nKind regards,\n\nJo Perrin\n'
    const {output} = await fix(draft, {format: 'markdown', suggestions: true, config})
    expect(output).toContain('Jo Perrin\n\\# 4 \\*Dock\\* Row\n1\\. Floor\nHull HU1 1AA\nUnited Kingdom\n')
  })
})

describe('a message', () => {
  const message = (head: string, body: string) => `Subject: Ice\r\nContent-Language: en\r\n${head}\r\n${body}`
  const body = 'Dear Ms Okoro,\r\n\r\nwhat does ice cost?\r\n\r\nKind regards,\r\nJo Perrin\r\n01632 960 118\r\n'

  it('gets quoted-printable where it is so, with soft line breaks', async () => {
    const head = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n'
    const long = `If ice is not for you – tell me ${'and '.repeat(20)}I will not write again.`
    const {output} = await fix(message(head, body), {
      format: 'eml',
      suggestions: true,
      config: {...config('opt-out'), sender: {optOut: long}}
    })
    const added = output.slice(message(head, body).length)
    expect(added.split('\r\n').every((line) => line.length <= 76)).toBe(true)
    expect(added).toMatch(/^\r\nIf ice is not for you =E2=80=93 tell me /)
    expect(added.replaceAll('=\r\n', '').replaceAll('=E2=80=93', '–')).toBe(`\r\n${long}\r\n`)
  })

  it('is left alone where its text is base64', async () => {
    const head = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n'
    const coded = message(head, `${Buffer.from(body).toString('base64')}\r\n`)
    expect(await fixed('opt-out', coded, 'eml')).toBe(coded)
  })

  it('is left alone where it is ASCII and the words are not', async () => {
    const ascii = message('', body)
    const config = {sender: {optOut: 'Ça ne va pas? Tell me and I will not write again.'}}
    const {output} = await fix(ascii, {format: 'eml', suggestions: true, config})
    expect(output).not.toContain('Ça')
  })

  it('has the words written into the part that was judged, the HTML one', async () => {
    const parts = [
      'Content-Type: multipart/alternative; boundary=b\r\n',
      '--b\r\nContent-Type: text/plain\r\n\r\nDear Ms Okoro, ice?\r\n',
      '--b\r\nContent-Type: text/html\r\n\r\n<p>Dear Ms Okoro,</p>\r\n<p>ice?</p>\r\n<p>Jo Perrin<br>01632 960 118</p>\r\n--b--\r\n'
    ]
    const source = message(parts[0] as string, `${parts[1]}${parts[2]}`)
    const html = '<p>If ice is not for you, tell me &amp; I will not write again.</p>\r\n'
    expect(await fixed('opt-out', source, 'eml')).toBe(source.replace('--b--', `${html}--b--`))
  })
})

describe('a subject', () => {
  const sold = 'Dear Ms Okoro,\n\nwe rent ice machines to hotel kitchens.\n'
  it.each<[string, Format, string, string]>([
    [
      'Markdown without front matter',
      'markdown',
      sold,
      `---\nsubject: Ice machines for hotel kitchens\n---\n\n${sold}`
    ],
    ['text without header lines', 'text', sold, `Subject: Ice machines for hotel kitchens\n\n${sold}`],
    [
      'an empty value',
      'markdown',
      `---\nsubject:\n---\n\n${sold}`,
      `---\nsubject: Ice machines for hotel kitchens\n---\n\n${sold}`
    ],
    [
      'a message without one',
      'eml',
      `From: jo@hallam.example\n\n${sold}`,
      `Subject: Ice machines for hotel kitchens\nFrom: jo@hallam.example\n\n${sold}`
    ],
    [
      'a page without a title',
      'html',
      '<html lang="en"><head></head><p>we rent ice machines to hotel kitchens.</p></html>',
      '<html lang="en"><head><title>Ice machines for hotel kitchens</title></head><p>we rent ice machines to hotel kitchens.</p></html>'
    ]
  ])('%s', async (_, format, before, after) => {
    expect(await fixed('subject-missing', before, format)).toBe(after)
  })
})

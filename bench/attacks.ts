import type {Format} from '../src/tree/index.js'

/** A text that repeats one thing: `piece` is told how often it was asked, so that no two need be alike. */
export interface Attack {
  readonly name: string
  /** What comes before all pieces. */
  readonly head?: string
  readonly formats: readonly Format[]
  readonly piece: (count: number) => string
}

const prose: readonly Format[] = ['markdown', 'text', 'html', 'eml']
const marked: readonly Format[] = ['markdown', 'html']
const all = prose

const words = 'lids drums dock bench valve crate rivet flange batch rim seal pallet gauge hinge spool'.split(' ')
/** Each another one: what was read of a word before would make the next draft cheaper. */
const word = (count: number) => `${words[count % words.length]}${inLetters(count)}`
const inLetters = (count: number) =>
  [...count.toString(26)].map((digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)]).join('')
const paragraph = (count: number) =>
  `We press ${word(count)} number ${count} for the ${word(count + 3)} of your hall, and each one carries its batch. Shall I send two to ${word(count + 7)}?\n\n`

const letter = (count: number) => `Dear ${word(count)},

I hope this email finds you well. I am Anna ${count} of Lids Ltd, and we can offer you ${word(count)} IN CAPITALS!! {{tag_${count}}}

${paragraph(count)}Kind regards

Anna Lind
Lids Ltd, ${1 + (count % 200)} Canal Street, Leeds LS${count % 10} 4AB
+49 421 5550${String(count % 1000).padStart(3, '0')}, mail${count}@lids.example

`

const same = (text: string) => () => text

/** Ordinary text first, for all else is to be seen beside it. */
export const attacks: readonly Attack[] = [
  {name: 'paragraphs', formats: all, piece: paragraph},
  {name: 'letters', formats: all, piece: letter},
  {name: 'one paragraph', formats: all, piece: (count) => paragraph(count).replace('\n\n', ' ')},
  {name: 'lines of one paragraph', formats: all, piece: (count) => paragraph(count).replace('\n\n', '\n')},
  {name: 'one word', formats: all, piece: same('a')},
  {name: 'capitals', formats: all, piece: (count) => `${word(count).toUpperCase()} `},
  {
    name: 'names',
    formats: all,
    piece: (count) => `Anna ${word(count).replace(/^./, (first) => first.toUpperCase())} Ltd `
  },
  {name: 'items', formats: all, piece: (count) => `- ${word(count)} ${count}\n`},
  {name: 'nested items', formats: ['markdown'], piece: (count) => `${'  '.repeat(count % 40)}- ${word(count)}\n`},
  {name: 'quotations', formats: all, piece: (count) => `> ${word(count)} ${count}\n`},
  {
    name: 'nested quotations',
    formats: ['markdown', 'text'],
    piece: (count) => `${'>'.repeat(count % 60)} ${word(count)}\n`
  },
  {name: 'quotation marks', formats: all, piece: (count) => `"${word(count)} ‘`},
  {name: 'marks of emphasis', formats: all, piece: (count) => `*${word(count)} `},
  {name: 'strong words', formats: all, piece: (count) => `**${word(count)}** `},
  {name: 'strong sentences', formats: all, piece: (count) => `${paragraph(count).trim()} **${word(count)}** `},
  {name: 'stars', formats: all, piece: same('*')},
  {name: 'stars between letters', formats: all, piece: same('a**b')},
  {name: 'underscores', formats: all, piece: same('_a')},
  {name: 'backticks', formats: all, piece: (count) => '`'.repeat(1 + (count % 30)).concat(' ')},
  {name: 'square brackets', formats: all, piece: same('[')},
  {name: 'closing brackets', formats: all, piece: same(']')},
  {name: 'bracketed words', formats: all, piece: (count) => `[${word(count)}`},
  {name: 'round brackets', formats: all, piece: same('(')},
  {name: 'links', formats: ['markdown'], piece: (count) => `[${word(count)}](https://example.com/${count}) `},
  {name: 'images', formats: ['markdown'], piece: (count) => `![${word(count)}](https://example.com/${count}.png) `},
  {
    name: 'definitions',
    formats: ['markdown'],
    piece: (count) => `[${word(count)}${count}]: https://example.com/${count}\n`
  },
  {name: 'bare links', formats: all, piece: (count) => `https://example.com/${count} `},
  {name: 'half links', formats: all, piece: (count) => `[${word(count)}](`},
  {
    name: 'table rows',
    formats: ['markdown'],
    head: '| a | b |\n|---|---|\n',
    piece: (count) => `| ${word(count)} | ${count} |\n`
  },
  {name: 'tildes', formats: ['markdown'], piece: (count) => `~~${word(count)} `},
  {name: 'escapes', formats: all, piece: same('\\*')},
  {name: 'entities', formats: all, piece: same('&amp;')},
  {name: 'half entities', formats: all, piece: same('&')},
  {name: 'less-than signs', formats: all, piece: same('<')},
  {name: 'tag openers', formats: all, piece: same('<a ')},
  {name: 'tags', formats: marked, piece: (count) => `<b>${word(count)}</b> `},
  {name: 'unclosed tags', formats: marked, piece: (count) => `<b>${word(count)} `},
  {name: 'nested tags', formats: marked, piece: (count) => `<div><p>${word(count)}`},
  {name: 'HTML paragraphs', formats: marked, piece: (count) => `<p>${paragraph(count).trim()}</p>\n`},
  {name: 'HTML blocks', formats: marked, piece: (count) => `<p>${word(count)}</p>\n\n${paragraph(count)}`},
  {
    name: 'styles',
    formats: marked,
    piece: (count) =>
      `<span style="color: #${String(100000 + (count % 899999))}; font-size: ${count % 40}px">${word(count)}</span> `
  },
  {name: 'comment openers', formats: marked, piece: same('<!--')},
  {name: 'comments', formats: marked, piece: (count) => `<!-- ${word(count)} ${count} -->\n`},
  {
    name: 'directives',
    formats: marked,
    piece: (count) => `<!-- coldread-disable-next filler -- ${word(count)} -->\n\n${paragraph(count)}`
  },
  {name: 'style sheets', formats: marked, piece: (count) => `<style>.a${count} { color: red }</style>\n`},
  {name: 'merge tags', formats: all, piece: (count) => `{{${word(count)}_${count}}} `},
  {name: 'merge tag openers', formats: all, piece: same('{{')},
  {name: 'merge tag ends', formats: all, piece: same('}}')},
  {name: 'braces', formats: all, piece: same('{')},
  {name: 'spintax', formats: all, piece: (count) => `{${word(count)}|${word(count + 1)}} `},
  {name: 'nested spintax', formats: all, piece: (count) => `{${word(count)}|`},
  {name: 'percent signs', formats: all, piece: same('%')},
  {name: 'percent tags', formats: all, piece: (count) => `%${word(count).toUpperCase()}`},
  {name: 'mailchimp openers', formats: all, piece: same('*|A')},
  {name: 'liquid openers', formats: all, piece: same('{% if ')},
  {name: 'placeholders', formats: all, piece: same('[Company] ')},
  {name: 'leftovers', formats: all, piece: same('XXX-')},
  {
    name: 'near phrases',
    formats: all,
    piece: (count) => `I hope this ${count % 3 ? 'email' : 'mail'} finds ${word(count)} `
  },
  {name: 'phrases', formats: all, piece: same('I hope this email finds you well. ')},
  {name: 'phrase beginnings', formats: all, piece: same('as soon as ')},
  {name: 'offers', formats: all, piece: same('we can offer ')},
  {name: 'openings', formats: all, piece: (count) => `I am ${word(count)} of `},
  {
    name: 'near addresses',
    formats: all,
    piece: (count) => `${count} ${word(count).replace(/^./, (first) => first.toUpperCase())} Street, `
  },
  {
    name: 'address lines',
    formats: all,
    piece: (count) => `${1 + (count % 200)} Canal Street\nLeeds LS${count % 10} 4AB\n`
  },
  {name: 'postcodes', formats: all, piece: (count) => `DD${count % 10} 1AA ${10000 + (count % 89999)} `},
  {name: 'digits', formats: all, piece: (count) => String(count % 10)},
  {name: 'phone numbers', formats: all, piece: (count) => `+49 421 5550${String(count % 1000).padStart(3, '0')} `},
  {name: 'near phone numbers', formats: all, piece: (count) => `(0${count % 100}) ${count % 10}-`},
  {name: 'mail addresses', formats: all, piece: (count) => `mail${count}@lids.example `},
  {name: 'at signs', formats: all, piece: same('@')},
  {name: 'near mail addresses', formats: all, piece: same('a@')},
  {name: 'hosts', formats: all, piece: same('a.')},
  {name: 'slashes', formats: all, piece: same('/')},
  {name: 'schemes', formats: all, piece: same('http://')},
  {name: 'handles', formats: all, piece: (count) => `Telegram @${word(count)}${count} `},
  {
    name: 'signatures',
    formats: all,
    piece: (count) => `Kind regards\n\nAnna Lind\nLids Ltd\n+49 421 5550${String(count % 1000).padStart(3, '0')}\n\n`
  },
  {name: 'greetings', formats: all, piece: (count) => `Dear ${word(count)},\n\n`},
  {name: 'quoted threads', formats: all, piece: (count) => `On 3 May 2024 ${word(count)} wrote:\n`},
  {name: 'separators', formats: all, piece: same('-- \n')},
  {name: 'front matter', formats: ['markdown'], piece: (count) => `---\nkey${count}: value\n`},
  {name: 'header lines', formats: ['text', 'eml'], piece: (count) => `X-${word(count)}: ${count}\n`},
  {name: 'blanks', formats: all, piece: same(' ')},
  {name: 'tabs and words', formats: all, piece: same('\ta')},
  {name: 'empty lines', formats: all, piece: same('\n')},
  {name: 'carriage returns', formats: all, piece: same('\r')},
  {name: 'hard breaks', formats: all, piece: (count) => `${word(count)}  \n`},
  {name: 'full stops', formats: all, piece: same('.')},
  {name: 'sentences', formats: all, piece: same('No. ')},
  {name: 'initials', formats: all, piece: same('A. ')},
  {name: 'commas', formats: all, piece: same(',')},
  {name: 'apostrophes', formats: all, piece: same("a'")},
  {name: 'hyphens', formats: all, piece: same('a-')},
  {name: 'hash signs', formats: all, piece: same('# ')},
  {name: 'exclamation marks', formats: all, piece: same('!')},
  {name: 'shouted words', formats: all, piece: (count) => `${word(count)}!! `},
  {name: 'emoji', formats: all, piece: same('🚀')},
  {name: 'stretched words', formats: all, piece: same('sooooo ')},
  {name: 'money', formats: all, piece: same('$$$')},
  {name: 'Persian', formats: all, piece: (count) => `ما قطعه شماره ${count} را می‌سازیم و به شما پیشنهاد می‌کنیم. `},
  {name: 'joiners', formats: all, piece: same('می\u200c')},
  {name: 'Persian addresses', formats: all, piece: (count) => `تهران، خیابان ${count}، کوچه سرو، پلاک ۱۲، `},
  {name: 'Chinese', formats: all, piece: same('北京市朝阳区')},
  {name: 'Korean', formats: all, piece: same('번로1')},
  {name: 'combining marks', formats: all, piece: same('\u0301')},
  {name: 'private use', formats: all, piece: same('\ue000')},
  {name: 'zeros', formats: all, piece: same('\0')}
]

const heads: Readonly<Record<Format, string>> = {
  markdown: '---\nsubject: Lids for your drums\nfrom: Rhona Keir <rhona@keirlids.example>\n---\n\n',
  text: 'Subject: Lids for your drums\nFrom: Rhona Keir <rhona@keirlids.example>\n\n',
  html: '<!-- subject: Lids for your drums -->\n<p>Dear Mr Bauer,</p>\n',
  eml: ''
}

/**
 * A draft of about `size` characters, in which the attack is the body.
 * @param from how often its piece was asked for before: of two drafts the pieces need not be the same
 */
export function draftOf(attack: Attack, format: Format, size: number, from = 0, encoding: Encoding = '7bit'): string {
  const body = repeated(attack, size, from)
  return format === 'eml' ? message(body, encoding) : heads[format] + body
}

export type Encoding = '7bit' | 'base64' | 'quoted-printable'

function repeated({head = '', piece}: Attack, size: number, from: number): string {
  const parts = [head]
  for (let length = head.length, count = from; length < size; count++) {
    const part = piece(count)
    parts.push(part)
    length += part.length
  }
  return parts.join('').slice(0, size)
}

function message(body: string, encoding: Encoding): string {
  const isPlain = encoding === '7bit'
  const head = `From: Rhona Keir <rhona@keirlids.example>\nTo: k.bauer@drums.example\nSubject: Lids for your drums\nMIME-Version: 1.0\nContent-Type: text/${isPlain ? 'plain' : 'html'}; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n`
  return head + coded[encoding](body)
}

const coded: Readonly<Record<Encoding, (body: string) => string>> = {
  '7bit': (body) => body,
  base64: (body) => Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\n'),
  'quoted-printable': (body) =>
    [...Buffer.from(body)]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
      .replace(/.{75}/g, '$&=\n')
}

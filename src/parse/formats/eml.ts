import {type Body, type Header, MappedText, type ParsedEmail, type Piece, type Span} from '../../tree/index.js'
import {type Content, contentOf, tokensInFile} from '../content.js'
import {defineFormat} from '../define-format.js'
import {readMessage, type TextPart} from '../eml/index.js'
import {tooDeep} from '../limits.js'
import {statedDialect, statedLanguage} from '../stated.js'
import {textBody} from '../text-body.js'

interface ReadBody {
  readonly body: Body
  readonly content: Content
  readonly language: string | undefined
  readonly deep: boolean
  readonly comments: readonly (Span & {readonly value: string})[]
}

/** A message of RFC 5322 with its MIME parts. The body is what a mail program shows: the HTML part where there is one. */
export default defineFormat({
  name: 'eml',
  extensions: ['.eml', '.mime'],
  async parse(source, context) {
    const message = readMessage(source, context.encoding)
    const dialect = statedDialect(source) ?? context.dialect
    const shown = shownParts(message.parts)
    const read = await readBody(shown, dialect)
    const plain =
      shown[0]?.mediaType === 'text/html' ? message.parts.find(({mediaType}) => mediaType === 'text/plain') : undefined
    const headers = message.headers.map((header) => withTags(header, dialect))
    return {
      format: 'eml',
      source,
      headers: headers.map(({header}) => header),
      body: read.body,
      ...codingOf(shown),
      ...(plain ? {plainBody: textBody(contentOf(plain.text, dialect), 0)} : {}),
      tokens: [
        ...headers.flatMap(({content}) => (content ? tokensInFile(content) : [])),
        ...tokensInFile(read.content)
      ],
      dialect: read.content.dialect,
      attachments: message.attachments,
      statedLanguage: statedLanguage(message.headers) ?? shown[0]?.contentLanguage ?? read.language,
      notices: read.deep ? [...message.notices, tooDeep(source)] : message.notices,
      comments: read.comments
    }
  }
})

/** The first HTML part; without one all plain parts that are no second rendering of the first. */
function shownParts(parts: readonly TextPart[]): readonly TextPart[] {
  const html = parts.find(({mediaType}) => mediaType === 'text/html')
  if (html) return [html]
  const [first] = parts
  return parts.filter(
    (part) => part === first || part.alternativeOf === -1 || part.alternativeOf !== first?.alternativeOf
  )
}

/** What is written into one of several parts that are read as one text could not be told apart from the others. */
function codingOf(parts: readonly TextPart[]): Pick<ParsedEmail, 'coding'> {
  const [only] = parts
  if (!only || parts.length > 1) return {}
  return {coding: {...only.coding, markup: only.mediaType === 'text/html' ? 'html' : 'text'}}
}

async function readBody(parts: readonly TextPart[], dialect: string | undefined): Promise<ReadBody> {
  const content = contentOf(joined(parts.map(({text}) => text)), dialect)
  if (parts[0]?.mediaType !== 'text/html')
    return {body: textBody(content, 0), content, language: undefined, deep: false, comments: []}
  const {htmlBody} = await import('../html-body.js')
  const {body, language, deep} = await htmlBody(content, 0)
  return {body, content, language, deep, comments: body.comments}
}

function joined(texts: readonly MappedText[]): MappedText {
  const [only] = texts
  if (only && texts.length === 1) return only
  const pieces: Piece[] = []
  let value = ''
  for (const text of texts) {
    if (value) {
      pieces.push({at: value.length, length: 2, from: pieces.at(-1)?.to ?? 0, to: pieces.at(-1)?.to ?? 0, kind: 'made'})
      value += '\n\n'
    }
    for (const piece of text.pieces) pieces.push({...piece, at: piece.at + value.length})
    value += text.value
  }
  return new MappedText(value, pieces)
}

/** Merge tags may stand in the subject and the addresses; other headers are written by machines. */
function withTags(header: Header, dialect: string | undefined): {header: Header; content?: Content} {
  if (!/^(?:subject|from|to|reply-to)$/.test(header.name)) return {header}
  const content = contentOf(header.text, dialect)
  const tags = content.tokens
    .filter(({kind}) => kind === 'tag' || kind === 'control')
    .map(({start, end}) => ({start, end}))
  return {header: {...header, tags}, content}
}

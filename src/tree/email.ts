import type {Position} from 'unist'
import type {Section, Sentence} from './section.js'
import type {CodedSpan, MappedText, Span} from './text.js'

export type Format = 'markdown' | 'text' | 'html' | 'eml'

/** A place in a mapped text: offsets count in `text.value`, end exclusive. */
export interface Place extends Span {
  readonly text: MappedText
}

/** A header line of a message or a key of the front matter. `start` and `end` are source offsets of the value. */
export interface Header extends Span {
  readonly type: 'header'
  /** In lower case: `subject`, `from`, `list-unsubscribe`. */
  readonly name: string
  readonly text: MappedText
  /** Source offsets of the name, for findings about an empty value. */
  readonly nameSpan: Span
  /** Ranges of merge tags; offsets count in `text`. */
  readonly tags: readonly Span[]
  /** What a front matter value was when it was no text: a number, a list, a map. */
  readonly notText?: string
  /** From the name to the end of the value, in the file; set once the mail's parts are named. */
  readonly position?: Position
}

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'code'

/** A block of the body; offsets count in the body's text. Lines inside it are parted by `\n`. */
export interface Block extends Span {
  readonly kind: BlockKind
  /** How many quotations the block stands in. */
  readonly quoteDepth: number
}

/** Offsets count in the body's text; `source` in the file. */
export interface Link extends Span {
  readonly type: 'link'
  readonly href: string
  readonly source: CodedSpan
}

export interface Image {
  readonly type: 'image'
  readonly src: string
  readonly alt: string
  /** Pixels, where the draft says so. */
  readonly width: number | undefined
  readonly height: number | undefined
  /** Offset in the body's text at which the image stands. */
  readonly at: number
  readonly source: CodedSpan
}

/** A declaration of looks: from a style attribute, a presentational attribute or element, or a style sheet. */
export interface Style extends Span {
  readonly type: 'style'
  /** CSS property in lower case; presentational HTML is told in CSS (`<font color>` is `color`). */
  readonly property: string
  readonly value: string
  /** The element that carries it; for a style sheet, the selector. */
  readonly element: string
  readonly by: 'attribute' | 'element' | 'sheet'
  /** In the file: the declaration, the attribute, or the opening tag. `start` and `end` say which text it covers. */
  readonly source: CodedSpan
}

export interface Attachment {
  readonly type: 'attachment'
  readonly name: string
  readonly mediaType: string
  readonly source: CodedSpan
}

/** How a text part of a message is written in the file. */
export interface Coding {
  readonly transfer: 'none' | 'quoted-printable' | 'base64'
  /** The charset that the part was read in, by the platform's name. */
  readonly charset: string
  /** Whether each character of the file is one byte of that charset. */
  readonly bytes: boolean
  /** https://www.rfc-editor.org/rfc/rfc3676 */
  readonly flowed: boolean
}

export type TokenKind = 'tag' | 'spintax' | 'control' | 'broken' | 'leftover'

/** A merge tag, spintax or a placeholder that was left over. `start` and `end` are source offsets. */
export interface Token extends CodedSpan {
  readonly type: 'token'
  readonly kind: TokenKind
  readonly raw: string
  /** Name of the syntax (`curly2`, `percent`, `mailchimp`, ...); of `leftover` its shape. */
  readonly syntax: string
  /** The field, where it has one. */
  readonly name: string | undefined
  readonly fallback: string | undefined
  /** Source spans of the alternatives of spintax; the first one is what the draft shows. */
  readonly alternatives?: readonly Span[]
}

export interface Body {
  readonly text: MappedText
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly images: readonly Image[]
  readonly styles: readonly Style[]
  /** Ranges of bold text; offsets count in `text`. */
  readonly bold: readonly Span[]
  /** Ranges of merge tags; offsets count in `text`. */
  readonly tags: readonly Span[]
  /** Text that is hidden in the mail and shown by inboxes beside the subject. */
  readonly preheader: MappedText | undefined
  /** The other alternatives of spintax, which a buyer may get to read instead. */
  readonly alternatives: readonly MappedText[]
}

export type FactKind =
  | 'who'
  | 'offer'
  | 'person'
  | 'organisation'
  | 'phone'
  | 'email'
  | 'messenger'
  | 'calendar'
  | 'contact-page'
  | 'address'
  | 'opt-out'
  | 'ask'
  | 'figure'

/** Something a detector saw. It states; rules judge. */
export interface Fact extends Place {
  readonly type: 'fact'
  readonly kind: FactKind
  /** In one spelling for all ways of writing it: E.164 for a phone, lower case for an address. */
  readonly value: string
  /** The detector that saw it. */
  readonly by: string
}

/** What a format's parser gives: no knowledge of language in it. */
export interface ParsedEmail {
  readonly format: Format
  /** The whole file as UTF-16 text, a byte order mark included. */
  readonly source: string
  readonly headers: readonly Header[]
  /** What the buyer sees: of a message with both, the HTML part. */
  readonly body: Body
  /** The plain text that a message carries beside its HTML. */
  readonly plainBody?: Body
  /** Of the one part of a message that the body was read from; unset where that is the file itself or several parts. */
  readonly coding?: Coding & {readonly markup: 'html' | 'text'}
  readonly tokens: readonly Token[]
  readonly attachments: readonly Attachment[]
  /** The merge tag dialect that was stated, configured or inferred. */
  readonly dialect: string | undefined
  /** The language the draft itself states (`lang`, `<html lang>`, Content-Language), as a BCP 47 tag. */
  readonly statedLanguage: string | undefined
  readonly notices: readonly Notice[]
  /** HTML comments with what stands between `<!--` and `-->`; source offsets of the whole comment. */
  readonly comments: readonly (Span & {readonly value: string})[]
}

/** Something in the file that could not be read as it was meant; the rest of the draft was read all the same. */
export interface Notice extends Span {
  readonly message: string
}

/** The draft with its parts named and its facts found. A unist parent: headers first, then sections. */
export interface Email extends ParsedEmail {
  readonly type: 'email'
  readonly children: readonly (Header | Section)[]
  /** BCP 47 primary subtag; undefined where nothing told it. */
  readonly language: string | undefined
  /** Who told: `draft`, `config`, `script`, `words`. */
  readonly languageBy: string
  /** False where no language pack exists for `language`: then prose was not read. */
  readonly proseRead: boolean
  readonly sections: readonly Section[]
  readonly sentences: readonly Sentence[]
  readonly facts: readonly Fact[]
  /** Where missing parts belong, as offsets in the body's text. */
  readonly anchors: {readonly opening: Span; readonly end: Span}
}

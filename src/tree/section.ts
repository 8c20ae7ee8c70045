import type {Paragraph} from 'nlcst'
import type {Position} from 'unist'
import type {Span} from './text.js'

export type SectionName =
  | 'greeting'
  | 'opening'
  | 'pitch'
  | 'ask'
  | 'sign-off'
  | 'signature'
  | 'footer'
  | 'quoted-thread'
  | 'postscript'

/** A part of the body; offsets count in the body's text. */
export interface Section extends Span {
  readonly type: 'section'
  readonly name: SectionName
  /** In the file. */
  readonly position?: Position
  /** Paragraphs, sentences and words, with positions in the file; built when first asked for. */
  readonly children: Paragraph[]
}

/** A sentence; offsets count in the text it belongs to. */
export interface Sentence extends Span {
  readonly section: SectionName
}

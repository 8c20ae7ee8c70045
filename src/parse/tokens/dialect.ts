/** How a merge tag is written. `random` and `spin` are spintax in tag's clothes, `erb` is `<% name %>`. */
export type Syntax =
  | 'curly1'
  | 'curly2'
  | 'curly3'
  | 'liquid'
  | 'handlebars'
  | 'percent'
  | 'percent2'
  | 'mailchimp'
  | 'square2'
  | 'dollar'
  | 'salesforce'
  | 'angle2'
  | 'round2'
  | 'erb'
  | 'random'
  | 'spin'

/** What a sequencer or mail engine reads as its own. */
export interface Dialect {
  readonly summary: string
  /** Where its maker documents the tags. */
  readonly url: string
  /** The ways to write a tag that it fills; anything else is sent as it stands. */
  readonly tags: readonly Syntax[]
  /** How spintax is written: `{a|b}`, `{{a|b}}`, `{{RANDOM | a | b}}`, `{spin}a|b{endspin}`. */
  readonly spintax?: readonly ('curly1' | 'curly2' | 'random' | 'spin')[]
  /** How a fallback is written in a tag: `{{x|y}}`, `{{x | default: 'y'}}`, `{{x: y}}`, `{!x, y}`. */
  readonly fallback?: 'pipe' | 'filter' | 'colon' | 'comma'
  /** Fields that every account has, as they are written between the marks of the first of `tags`; columns of one's own come beside them. */
  readonly fields?: readonly string[]
  /** Syntaxes that tell this dialect from all others when a draft does not name its own. */
  readonly signs?: readonly Syntax[]
}

/** What a field's name stands between. The other syntaxes hold no field. */
export const marks: Readonly<Partial<Record<Syntax, readonly [opening: string, closing: string]>>> = {
  curly1: ['{', '}'],
  curly2: ['{{', '}}'],
  curly3: ['{{{', '}}}'],
  percent: ['%', '%'],
  percent2: ['%%', '%%'],
  mailchimp: ['*|', '|*'],
  square2: ['[[', ']]'],
  dollar: ['${', '}'],
  salesforce: ['{!', '}'],
  angle2: ['<<', '>>'],
  round2: ['((', '))'],
  erb: ['<%', '%>']
}

/** Gives a dialect its types. Its name is the name of its file. */
export function defineDialect(dialect: Dialect): Dialect {
  return dialect
}

const CURLY2: ReadonlySet<string> = new Set(['curly2', 'curly3', 'liquid', 'handlebars', 'random'])

/** Syntaxes that one engine fills side by side count as one: `{% if %}` goes with `{{name}}`. */
export function familyOf(syntax: string): string {
  return CURLY2.has(syntax) ? 'curly2' : syntax
}

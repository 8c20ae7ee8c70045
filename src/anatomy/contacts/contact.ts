import type {Span} from '../../tree/text.js'

export type ContactKind = 'phone' | 'email' | 'messenger' | 'calendar' | 'contact-page'

/** A way to reach somebody. `value` has one spelling for all ways of writing it: E.164 for a phone, lower case else. */
export interface Contact extends Span {
  readonly kind: ContactKind
  readonly value: string
}

export interface ContactHints {
  /** ISO 3166-1 alpha-2 code of the country whose local phone formats are to be expected. */
  readonly country?: string
}

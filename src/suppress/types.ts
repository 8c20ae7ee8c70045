import type {Severity} from '../result.js'
import type {Problem} from '../rules/define-rule.js'
import type {SectionName, Span} from '../tree/index.js'

export type Part = SectionName | 'subject'

/** What the text of a directive says. */
export interface DirectiveText {
  /** Rule ids, or `all`. */
  readonly ids: readonly string[]
  readonly part: Part | undefined
  /** Only findings that touch these words are meant. */
  readonly words: string | undefined
  readonly reason: string
}

/** Where a directive holds for one of its ids: from `start` to `end` in the file. */
export interface Reach extends Span {
  readonly id: string
  /** Rules that are switched on again before the end, with the offset from which they are. */
  readonly except: ReadonlyMap<string, number>
}

/** A directive that can be followed. `start` and `end` say where it stands in the file. */
export interface Directive extends DirectiveText, Span {
  readonly reaches: readonly Reach[]
}

/** Something wrong with a directive: a finding of `suppression`. */
export interface DirectiveProblem extends Problem {
  readonly at: Span
  readonly severity: Severity
}

export const allRules = 'all'

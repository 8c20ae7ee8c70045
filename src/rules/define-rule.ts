import type {Profile} from '../fix/profile.js'
import type {Wording} from '../languages/define-language.js'
import type {Judge} from '../model/index.js'
import type {PhraseHit} from '../phrases/index.js'
import type {CodedSpan, Email, Place, Span} from '../tree/index.js'

/** `law` and `trust` are errors by default, `clarity` and `tone` warnings, `nursery` is off. */
export type Category = 'law' | 'trust' | 'clarity' | 'tone' | 'nursery'

/** What a rule rests on. A study names its year and size, and whether it was read at first hand. */
export interface Evidence {
  readonly kind: 'law' | 'provider' | 'filter' | 'study' | 'editorial'
  readonly says: string
  readonly source: string
  readonly url?: string
  /** Set where this evidence speaks against the rule. */
  readonly against?: true
}

/** A JSON Schema for one option; its default gives the option its type. */
export interface OptionSchema {
  readonly type: 'integer' | 'number' | 'boolean' | 'string' | 'array'
  readonly description: string
  readonly default: number | boolean | string | readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly string[]
  readonly items?: {readonly type: 'string'; readonly enum?: readonly string[]}
}

export type OptionSchemas = Readonly<Record<string, OptionSchema>>
export type OptionsOf<Schemas extends OptionSchemas> = {
  readonly [Name in keyof Schemas]: Widen<Schemas[Name]['default']>
}
type Widen<Value> = Value extends number
  ? number
  : Value extends boolean
    ? boolean
    : Value extends string
      ? string
      : readonly string[]

/** A change to the file: put `text`, as the file writes it (escaped, encoded), in place of the span (source offsets). */
export interface Edit extends Span {
  readonly text: string
}

/** `safe` edits are applied by `--fix`; `suggest` ones are offered in editors. */
export interface Fix {
  readonly grade: 'safe' | 'suggest'
  readonly message: string
  readonly edits: readonly Edit[]
}

/** What a rule returns. `at` is a place in a mapped text, or a span of the source file. */
export interface Problem {
  /** What was found, why it costs, what to write instead: one sentence, at most two. */
  readonly message: string
  readonly at: Place | CodedSpan
  /** What the finding rests on, one line a contribution; see `src/evidence`. */
  readonly detail?: readonly string[]
  /** Set where the draft lacks something: `at` is where it belongs, and the words there are not what is wrong. */
  readonly missing?: true
}

/** What a fix may use beside the draft and the problem. */
export interface FixContext<Options> {
  readonly options: Options
  /** What the configuration says of the sender, in the draft's language; undefined where it says nothing. */
  readonly sender: Profile | undefined
  /** How the draft's language says what is missing; undefined where Coldread does not know the language. */
  readonly wording: Wording | undefined
  /** What a list of the language's phrases matched: `@greeting`. */
  phrases(list: string): readonly PhraseHit[]
}

export interface Rule<Schemas extends OptionSchemas = OptionSchemas> {
  readonly summary: string
  readonly category: Category
  readonly evidence: readonly Evidence[]
  readonly options?: Schemas
  /** The languages' knowledge the rule needs: without a language pack it stays silent and the report says so. */
  readonly needsLanguage?: boolean
  /**
   * @param phrases what the rule's own phrase files matched, in order of place
   * @param model the rule's trained model in the draft's language; undefined where prose is not read
   */
  check(email: Email, options: OptionsOf<Schemas>, phrases: readonly PhraseHit[], model?: Judge): readonly Problem[]
  /** Ways to mend a problem that the rule found. Empty where no edit is honest: nothing is made up about the sender. */
  fix?(problem: Problem, email: Email, context: FixContext<OptionsOf<Schemas>>): readonly Fix[]
}

/** Gives a rule its types. The id is the name of the rule's folder. */
export function defineRule<const Schemas extends OptionSchemas>(rule: Rule<Schemas>): Rule<Schemas> {
  return rule
}

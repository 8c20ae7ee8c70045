import {didYouMean} from '../config/nearest.js'
import type {Email, Span} from '../tree/index.js'
import {readDirectiveText, readIdList} from './directive-text.js'
import type {Directive, DirectiveProblem, Reach} from './types.js'
import {allRules} from './types.js'

/** What a comment may begin with, and what each means. */
export const verbs: Readonly<Record<string, string>> = {
  'coldread-disable': 'From here to the end, or to where a `coldread-enable` stands.',
  'coldread-disable-next': 'In the next paragraph, heading, item or row.',
  'coldread-disable-file': 'In the whole file.',
  'coldread-enable': 'Ends what a `coldread-disable` above it began.'
}

const known = Object.keys(verbs)

/** An open `coldread-disable`, whose reaches end where a `coldread-enable` says so. */
interface Opened extends Omit<Reach, 'end' | 'except'> {
  end: number
  readonly except: Map<string, number>
}

/** Reads the directives that stand in comments, in the order of the file. */
export class CommentReader {
  readonly directives: Directive[] = []
  readonly problems: DirectiveProblem[] = []
  private open: Opened[] = []
  private blocks: readonly Span[] | undefined

  constructor(
    private readonly email: Email,
    private readonly ruleIds: readonly string[]
  ) {}

  read(comment: Email['comments'][number]): void {
    const [, verb = '', text = ''] = /^\s*(coldread-[\w-]*)(.*)$/su.exec(comment.value) ?? []
    if (!verb) return
    if (verb === 'coldread-enable') this.enable(text, comment)
    else if (Object.hasOwn(verbs, verb)) this.disable(verb, text, comment)
    else this.fail(comment, `\`${verb}\` is no directive: ${didYouMean(verb, known, `there are ${known.join(', ')}.`)}`)
  }

  private disable(verb: string, text: string, comment: Span): void {
    const {directive, wrong} = readDirectiveText(text, this.ruleIds)
    for (const message of wrong) this.fail(comment, message)
    if (!directive) return
    const {start, end} = this.reachOf(verb, comment)
    const reaches: Opened[] = directive.ids.map((id) => ({id, start, end, except: new Map()}))
    if (verb === 'coldread-disable') for (const reach of reaches) this.open.push(reach)
    this.directives.push({...directive, start: comment.start, end: comment.end, reaches})
  }

  private reachOf(verb: string, comment: Span): Span {
    if (verb === 'coldread-disable-file') return {start: 0, end: this.email.source.length}
    if (verb === 'coldread-disable') return {start: comment.end, end: this.email.source.length}
    // From the comment on, for a finding may stand in the tag that opens the block.
    const next = this.blockSpans().find((block) => block.start >= comment.end)
    return {start: comment.end, end: next?.end ?? comment.end}
  }

  private blockSpans(): readonly Span[] {
    const {text, blocks} = this.email.body
    this.blocks ??= blocks.map((block) => text.toSource(block.start, block.end))
    return this.blocks
  }

  private enable(text: string, comment: Span): void {
    const ids = readIdList(text)
    if (!ids) {
      this.fail(
        comment,
        'This `coldread-enable` is not understood: write rule ids behind it, or nothing for all of them.'
      )
      return
    }
    const every = ids.length === 0 || ids.includes(allRules)
    const ended = this.open.filter(({id}) => every || ids.includes(id))
    const holed = every ? [] : this.open.filter(({id}) => id === allRules)
    for (const reach of ended) reach.end = comment.start
    for (const {except} of holed) for (const id of ids) if (!except.has(id)) except.set(id, comment.start)
    this.open = this.open.filter((reach) => !ended.includes(reach))
    if (ended.length + holed.length > 0) return
    const message = 'This `coldread-enable` ends nothing, for no such rule is disabled above it: remove it.'
    this.problems.push({message, at: comment, severity: 'warn'})
  }

  private fail(comment: Span, message: string): void {
    this.problems.push({message, at: {start: comment.start, end: comment.end}, severity: 'error'})
  }
}

import type {Finding, SuppressedFinding} from '../result.js'
import {type Email, type Span, SpanIndex} from '../tree/index.js'
import {allRules, type Directive, type DirectiveProblem, type Reach} from './types.js'
import {beginsIn, Whereabouts} from './whereabouts.js'

export interface Applied {
  readonly left: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  readonly unused: readonly DirectiveProblem[]
}

/**
 * Takes out the findings that directives switch off.
 * @param ran ids of the rules that ran, and `all` where all did: of another one nobody knows whether it had found something
 */
export function applyDirectives(
  findings: readonly Finding[],
  directives: readonly Directive[],
  email: Email,
  ran?: ReadonlySet<string>
): Applied {
  const whereabouts = new Whereabouts(email)
  const reaches = reachesByRule(directives)
  const used = new Set<Reach>()
  const left: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  for (const finding of findings) {
    const reason = reasonAgainst(finding, reaches, whereabouts, used)
    if (reason === undefined) left.push(finding)
    else suppressed.push({...finding, reason})
  }
  return {left, suppressed, unused: directives.flatMap((directive) => unusedOf(directive, used, ran))}
}

interface Reaching extends Span {
  readonly reach: Reach
  readonly directive: Directive
  /** Its place among the directives. */
  readonly order: number
}

/** One character longer than they are, for a finding of no length may stand at their end. */
function reachesByRule(directives: readonly Directive[]): ReadonlyMap<string, SpanIndex<Reaching>> {
  const lists = new Map<string, Reaching[]>()
  directives.forEach((directive, order) => {
    for (const reach of directive.reaches) {
      const list = lists.get(reach.id) ?? []
      list.push({start: reach.start, end: reach.end + 1, reach, directive, order})
      lists.set(reach.id, list)
    }
  })
  return new Map([...lists].map(([id, list]) => [id, new SpanIndex(list)]))
}

/** The reason of the last directive that reaches the finding; all that do count as used. */
function reasonAgainst(
  finding: Finding,
  reaches: ReadonlyMap<string, SpanIndex<Reaching>>,
  whereabouts: Whereabouts,
  used: Set<Reach>
): string | undefined {
  if (finding.ruleId === 'suppression') return undefined
  const place = {start: finding.start, end: finding.start + 1}
  const near = [finding.ruleId, allRules].flatMap((id) => reaches.get(id)?.touching(place) ?? [])
  let last: Reaching | undefined
  for (const each of near) {
    if (!isReached(finding, each.reach) || !whereabouts.isMeant(finding, each.directive)) continue
    used.add(each.reach)
    if (!last || each.order > last.order) last = each
  }
  return last?.directive.reason
}

function isReached(finding: Finding, reach: Reach): boolean {
  return finding.start < (reach.except.get(finding.ruleId) ?? Number.POSITIVE_INFINITY) && beginsIn(finding, reach)
}

function unusedOf({start, end, reaches}: Directive, used: Set<Reach>, ran?: ReadonlySet<string>): DirectiveProblem[] {
  const unused = reaches.filter((reach) => !used.has(reach) && (!ran || ran.has(reach.id)))
  const remove = reaches.length > 1 ? 'take it out of the suppression' : 'remove the suppression'
  return unused.map(({id}) => {
    const finder = id === allRules ? 'No rule finds anything' : `\`${id}\` finds nothing`
    return {message: `${finder} that this suppression reaches: ${remove}.`, at: {start, end}, severity: 'warn'}
  })
}

import type {Finding, SuppressedFinding} from '../result.js'
import type {Email} from '../tree/index.js'
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
  const used = new Set<Reach>()
  const left: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  for (const finding of findings) {
    const reason = reasonAgainst(finding, directives, whereabouts, used)
    if (reason === undefined) left.push(finding)
    else suppressed.push({...finding, reason})
  }
  return {left, suppressed, unused: directives.flatMap((directive) => unusedOf(directive, used, ran))}
}

/** The reason of the last directive that reaches the finding; all that do count as used. */
function reasonAgainst(
  finding: Finding,
  directives: readonly Directive[],
  whereabouts: Whereabouts,
  used: Set<Reach>
): string | undefined {
  if (finding.ruleId === 'suppression') return undefined
  let reason: string | undefined
  for (const directive of directives) {
    const reaches = directive.reaches.filter((reach) => isReached(finding, reach))
    if (reaches.length === 0 || !whereabouts.isMeant(finding, directive)) continue
    for (const reach of reaches) used.add(reach)
    reason = directive.reason
  }
  return reason
}

function isReached(finding: Finding, reach: Reach): boolean {
  if (reach.id !== allRules && reach.id !== finding.ruleId) return false
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

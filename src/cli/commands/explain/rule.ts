import {didYouMean} from '../../../config/nearest.js'
import {defaultLevels} from '../../../config/resolve.js'
import {docs} from '../../../generated/docs.js'
import {rules} from '../../../generated/rules.js'
import type {Evidence, Rule} from '../../../rules/define-rule.js'
import {UsageError} from '../../failures.js'
import {Output} from '../../output.js'

export async function explainRule(id: string | undefined): Promise<void> {
  if (id === undefined) throw new UsageError('name a rule, or a finding with --finding FILE:LINE:COLUMN')
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
  if (!rule) {
    const help = didYouMean(id, Object.keys(rules), '`coldread rules` lists them')
    throw new UsageError(`there is no rule \`${id}\`: ${help}`)
  }
  await new Output(process.stdout).write(`${docs[id]?.trimEnd()}\n\n${factsOf(rule)}`)
}

function factsOf(rule: Rule): string {
  const level = `Category ${rule.category}, by default ${defaultLevels[rule.category]}.`
  return `---\n\n${level}\n\nWhat it rests on:\n${rule.evidence.map(evidenceLine).join('')}`
}

function evidenceLine({kind, says, source, url, against}: Evidence): string {
  return `- ${kind}${against ? ', against this rule' : ''}: ${says} (${source}${url ? `, ${url}` : ''})\n`
}

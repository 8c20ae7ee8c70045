import {defaultLevels} from '../config/resolve.js'
import {docs} from '../generated/docs.js'
import {rules} from '../generated/rules.js'
import type {Evidence, Rule} from './define-rule.js'

/** A rule's documentation with its category and all it rests on, in Markdown; undefined where there is no such rule. */
export function explanationOf(id: string): string | undefined {
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
  return rule && `${docs[id]?.trimEnd()}\n\n${factsOf(rule)}`
}

function factsOf(rule: Rule): string {
  const level = `Category ${rule.category}, by default ${defaultLevels[rule.category]}.`
  return `---\n\n${level}\n\nWhat it rests on:\n${rule.evidence.map(evidenceLine).join('')}`
}

function evidenceLine({kind, says, source, url, against}: Evidence): string {
  return `- ${kind}${against ? ', against this rule' : ''}: ${says} (${source}${url ? `, ${url}` : ''})\n`
}

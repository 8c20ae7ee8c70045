import type {ReportingDescriptor} from 'sarif'
import {allRuleDocs, type RuleDocs} from './rule-docs.js'

const levels = {error: 'error', warn: 'warning', off: 'none'} as const

export function sarifRules(): ReportingDescriptor[] {
  return allRuleDocs().map(descriptor)
}

function descriptor({id, summary, level, category, why, readme}: RuleDocs): ReportingDescriptor {
  return {
    id,
    name: pascalCase(id),
    shortDescription: {text: summary},
    fullDescription: {text: why},
    // Markdown reads as text too, and viewers that know it take the other.
    help: {text: readme, markdown: readme},
    defaultConfiguration: {level: levels[level], enabled: level !== 'off'},
    properties: {
      tags: ['email', ...(category ? [category] : [])],
      ...(category ? {category} : {}),
      // What GitHub sorts by.
      'problem.severity': level === 'error' ? 'error' : 'warning'
    }
  }
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

import type {Edit, Fix} from '../rules/define-rule.js'

/** A fix that somebody has to look at before it is made; none where it takes no edit. */
export function suggest(message: string, edits: readonly Edit[]): Fix[] {
  return edits.length > 0 ? [{grade: 'suggest', message, edits}] : []
}

/** A fix that changes no meaning. */
export function safely(message: string, edits: readonly Edit[]): Fix[] {
  return edits.length > 0 ? [{grade: 'safe', message, edits}] : []
}

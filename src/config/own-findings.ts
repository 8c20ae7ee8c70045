import type {Severity} from '../result.js'
import type {ResolvedSettings} from './resolve.js'
import type {Level} from './types.js'

/** Findings that no rule folder makes; a configuration sets their level like a rule's. */
export const ownFindings: Readonly<Record<'parse' | 'suppression', string>> = {
  parse: 'Places of a draft that could not be read as they were meant.',
  suppression: 'Suppressions that can not be read, and those that suppress nothing.'
}

/** The level of a finding of our own: what the configuration says, or the one it was made with. */
export function ownLevel(settings: ResolvedSettings, id: keyof typeof ownFindings, made: Severity): Level {
  return settings.rules.get(id)?.level ?? made
}

import type {ResolvedSettings} from './resolve.js'

/** The settings that hold for a file, as JSON that is a configuration itself. */
export function printConfig({rules, language, dialect, sender}: ResolvedSettings): string {
  const byId = [...rules].sort(([left], [right]) => (left < right ? -1 : 1))
  const settings = byId.map(([id, {level, options}]) => [id, Object.keys(options).length ? [level, options] : level])
  return `${JSON.stringify({language, dialect, sender, rules: Object.fromEntries(settings)}, undefined, 2)}\n`
}

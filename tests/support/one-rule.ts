import {resolveSettings, type Sender} from '../../src/config/index.js'
import {type Fixed, fix} from '../../src/fix/index.js'
import {formats} from '../../src/generated/formats.js'
import {rules} from '../../src/generated/rules.js'
import {judge, lint, name} from '../../src/lint.js'
import type {Finding} from '../../src/result.js'
import {type Format, LineIndex} from '../../src/tree/index.js'

/** A configuration in which one rule alone is on, at its default options. */
function only(id: string) {
  return {
    rules: {...Object.fromEntries(Object.keys(rules).map((each) => [each, 'off' as const])), [id]: 'error' as const}
  }
}

/** A draft with everything mended that one rule offers to mend. */
export function fixedBy(id: string, draft: string, format: Format, sender: Sender | undefined): Promise<Fixed> {
  return fix(draft, {format, suggestions: true, config: {...only(id), ...(sender && {sender})}})
}

const known = new Map<string, Promise<readonly Finding[]>>()

/** What one rule alone finds; each draft is judged once, however many laws look at it. */
export function findingsOf(id: string, draft: string, format: Format): Promise<readonly Finding[]> {
  const key = `${id} ${format} ${draft}`
  const findings = known.get(key) ?? judgeDraft(id, draft, format)
  known.set(key, findings)
  return findings
}

async function judgeDraft(id: string, draft: string, format: Format): Promise<readonly Finding[]> {
  const {findings} = await lint(draft, {format, config: only(id)})
  return findings.filter(({ruleId}) => ruleId === id)
}

/** Two runs of a rule over one tree that nobody can write to; writing to it throws. */
export async function judgeFrozenTwice(id: string, draft: string, format: Format): Promise<[Finding[], Finding[]]> {
  const settings = resolveSettings(only(id), undefined, rules)
  const {parse} = await formats[format].load()
  const read = await name(await parse(draft, {dialect: undefined, encoding: 'utf-8'}), settings)
  freeze(read.email, new Set())
  for (const list of read.hits.values()) freeze(list, new Set())
  const run = () => judge(read, settings, new LineIndex(draft))
  return [run(), run()]
}

/** Texts keep caches of their own, so of a class's objects only what they hold is frozen. */
function freeze(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return
  seen.add(value)
  if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) Object.freeze(value)
  for (const each of Object.values(value)) freeze(each, seen)
}

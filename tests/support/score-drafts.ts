import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {rules} from '../../src/generated/rules.js'
import {lint} from '../../src/index.js'

/** A labelled draft; every id that `problems` does not name is asserted absent. */
interface Label {
  readonly file: string
  readonly lang: string
  readonly problems: Readonly<Record<string, readonly string[]>>
  readonly unsure?: readonly string[]
}

/** How often a rule was right about a draft, wrong, and silent where it should not have been. */
export interface Count {
  right: number
  wrong: number
  missed: number
}

export interface DraftScore {
  readonly drafts: number
  /** Counts by `rule language`. */
  readonly counts: ReadonlyMap<string, Count>
  readonly clean: number
  /** Clean drafts with a finding of a labelled kind. */
  readonly cleanFlagged: readonly string[]
}

/** Runs every rule over a folder of labelled drafts: `labels*.jsonl` and the files they name. */
export async function scoreDrafts(folder: string, languages: readonly string[]): Promise<DraftScore> {
  const counts = new Map<string, Count>()
  const cleanFlagged: string[] = []
  const labels = labelsOf(folder).filter(({lang}) => languages.includes(lang))
  for (const label of labels) {
    const found = await idsFoundIn(path.join(folder, label.file))
    if (isClean(label) && found.size > 0) cleanFlagged.push(`${label.file}: ${[...found].join(', ')}`)
    for (const id of Object.keys(rules)) if (!label.unsure?.includes(id)) add(counts, id, label, found.has(id))
  }
  return {drafts: labels.length, counts, clean: labels.filter(isClean).length, cleanFlagged}
}

function add(counts: Map<string, Count>, id: string, {lang, problems}: Label, isFound: boolean): void {
  const count = counts.get(`${id} ${lang}`) ?? {right: 0, wrong: 0, missed: 0}
  counts.set(`${id} ${lang}`, count)
  const has = Object.hasOwn(problems, id)
  if (isFound) count[has ? 'right' : 'wrong']++
  else if (has) count.missed++
}

export function f1Of({right, wrong, missed}: Count): number {
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed)
}

function isClean({problems, unsure = []}: Label): boolean {
  return Object.keys(problems).length + unsure.length === 0
}

async function idsFoundIn(file: string): Promise<Set<string>> {
  const {findings} = await lint(readFileSync(file), {file})
  return new Set(findings.map(({ruleId}) => ruleId).filter((id) => Object.hasOwn(rules, id)))
}

function labelsOf(folder: string): Label[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => /^labels.*\.jsonl$/.test(name))
  return files.sort().flatMap((name) => {
    const lines = readFileSync(path.join(folder, name), 'utf8').split('\n')
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Label)
  })
}

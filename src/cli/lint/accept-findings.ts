import {existsSync} from 'node:fs'
import path from 'node:path'
import {accept, countOf, type Entry, entriesFor, without} from '../../baseline/index.js'
import {pathInBaseline, readBaseline, type StoredBaseline, writeBaseline} from '../../baseline/node/index.js'
import {didYouMean} from '../../config/nearest.js'
import {ownFindings} from '../../config/own-findings.js'
import {rules} from '../../generated/rules.js'
import type {Result} from '../../result.js'
import {UsageError} from '../failures.js'
import type {Session} from '../session.js'
import type {Acceptance, AcceptOptions, AcceptUse} from './acceptance.js'
import type {JudgedFile} from './judge-drafts.js'

export async function acceptFindings(
  file: string,
  options: AcceptUse,
  paths: readonly string[],
  session: Session
): Promise<Acceptance> {
  const writing = writingOption(options)
  if (writing) checkUse(writing, options, paths)
  const stored = await readBaseline(file)
  const shown = session.shown(file)
  if (!stored.bytes && !writing)
    throw new UsageError(`${shown}: there is no such file; --suppress-all or --suppress-rule <id> writes one`)
  const run = new AcceptingRun(stored, shown, options)
  return {
    path: shown,
    sieve: (judged) => run.sift(judged),
    writes: writing !== undefined,
    unpruned: () => sum(run.unpruned),
    finish: (tell) => run.finish(tell)
  }
}

function writingOption({suppressAll, suppressRule, pruneSuppressions}: AcceptOptions): string | undefined {
  const asked = [
    suppressAll ? ['--suppress-all'] : [],
    suppressRule ? ['--suppress-rule'] : [],
    pruneSuppressions ? ['--prune-suppressions'] : []
  ].flat()
  if (asked.length > 1) throw new UsageError(`${asked.join(' and ')} exclude each other; run one after the other`)
  return asked[0]
}

function checkUse(
  writing: string,
  {fixDryRun, staged, since, suppressRule = []}: AcceptUse,
  paths: readonly string[]
): void {
  const part = staged ? '--staged' : since === undefined ? undefined : '--since'
  if (part)
    throw new UsageError(
      `${writing} writes down all that the files hold, of which ${part} sees a part; run it without ${part}`
    )
  if (paths.includes('-'))
    throw new UsageError(`${writing} keeps what it accepts by the names of files: name the file in place of -`)
  if (fixDryRun)
    throw new UsageError(
      `${writing} writes down what is in the files, which --fix-dry-run does not judge; use --fix, or neither`
    )
  const known = [...Object.keys(rules), ...Object.keys(ownFindings)]
  const unknown = suppressRule.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new UsageError(
      `--suppress-rule: \`${unknown}\` is no rule: ${didYouMean(unknown, known, '`coldread rules` lists them')}`
    )
}

class AcceptingRun {
  private readonly unused: Entry[] = []
  private readonly entries = new Map<string, readonly Entry[]>()

  constructor(
    private readonly stored: StoredBaseline,
    private readonly shown: string,
    private readonly options: AcceptOptions
  ) {
    for (const entry of stored.entries) this.entries.set(entry.file, [...this.of(entry.file), entry])
  }

  get unpruned(): readonly Entry[] {
    return this.options.passOnUnprunedSuppressions || this.options.pruneSuppressions ? [] : this.unused
  }

  sift({absolutePath, source, result}: JudgedFile): Result {
    const file = pathInBaseline(this.stored.file, absolutePath)
    const entries = this.withFound(this.of(file), file, source, result)
    const accepted = accept(result, source, entries, `accepted by ${this.shown}`)
    this.unused.push(...accepted.unused)
    this.entries.set(file, this.options.pruneSuppressions ? without(entries, accepted.unused) : entries)
    return accepted.result
  }

  async finish(tell: (line: string) => void): Promise<void> {
    const {suppressAll, suppressRule, pruneSuppressions} = this.options
    if (suppressAll || suppressRule || pruneSuppressions) await writeBaseline(this.stored, this.toKeep())
    if (this.unpruned.length > 0) tell(unprunedMessage(this.shown, this.unpruned))
  }

  private of(file: string): readonly Entry[] {
    return this.entries.get(file) ?? []
  }

  /** What was found takes the place of what was accepted before, rule by rule. */
  private withFound(entries: readonly Entry[], file: string, source: string, {findings}: Result): readonly Entry[] {
    const {suppressAll, suppressRule} = this.options
    if (!suppressAll && !suppressRule) return entries
    const isMeant = (rule: string) => suppressAll === true || suppressRule?.includes(rule)
    const found = findings.filter(({ruleId}) => isMeant(ruleId))
    return [...entries.filter(({rule}) => !isMeant(rule)), ...entriesFor(found, source, file)]
  }

  /** Drafts that were not in this run keep what they have; pruning forgets those that are gone. */
  private toKeep(): Entry[] {
    const folder = path.dirname(this.stored.file)
    const isKept = (file: string) => !this.options.pruneSuppressions || existsSync(path.resolve(folder, file))
    return [...this.entries].flatMap(([file, entries]) => (isKept(file) ? entries : []))
  }
}

const shownEntries = 3

function unprunedMessage(shown: string, unpruned: readonly Entry[]): string {
  const named = unpruned
    .slice(0, shownEntries)
    .map(({file, rule, words}) => `${file} ${rule}${words ? ` “${words}”` : ''}`)
  const more = unpruned.length > shownEntries ? [`${unpruned.length - shownEntries} more`] : []
  const count = sum(unpruned)
  const what = count === 1 ? '1 finding that is gone' : `${count} findings that are gone`
  return `${shown} still accepts ${what}: ${[...named, ...more].join('; ')}. --prune-suppressions takes them out, --pass-on-unpruned-suppressions lets them stand`
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((all, entry) => all + countOf(entry), 0)
}

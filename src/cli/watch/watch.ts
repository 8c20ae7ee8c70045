import {existsSync} from 'node:fs'
import path from 'node:path'
import {formatByName} from '../../drafts.js'
import {behindLast} from '../../trim-end.js'
import {CachedResults} from '../cache/results.js'
import {messagesOf, UsageError} from '../failures.js'
import type {JudgedFile, Sieve} from '../lint/judge-drafts.js'
import type {LintOptions} from '../lint/lint-command.js'
import {openSession, type Session} from '../session.js'
import {complain} from '../standard-output.js'
import {Changes} from './changes.js'
import {KnownContent} from './known-content.js'

/** Lints once and reports. @param note is told of each draft that was judged */
export type LintOnce = (session: Session, note: Sieve) => Promise<number>

/** As shells tell of a program that a signal ended. https://tldp.org/LDP/abs/html/exitcodes.html */
const signalCodes = {SIGINT: 130, SIGTERM: 143} as const

/** Lints, and lints again whenever a draft or what decides about it changes, until a signal ends it. */
export async function watchDrafts(paths: readonly string[], options: LintOptions, lintOnce: LintOnce): Promise<number> {
  checkUse(paths, options)
  const cwd = process.cwd()
  const watch = new Watch(new Changes(draftsIn(paths, cwd), foldersAbove(cwd)), options, lintOnce)
  let code = 0
  for (const [signal, its] of Object.entries(signalCodes)) {
    process.once(signal, () => {
      code = its
      void watch.end()
    })
  }
  // Nobody reads what it prints any more.
  process.stdout.on('error', () => void watch.end())
  await watch.run()
  return code
}

class Stopped extends Error {}

class Watch {
  private readonly known = new KnownContent()
  private results = new CachedResults()
  private session: Session | undefined
  private hasEnded = false

  constructor(
    private readonly changes: Changes,
    private readonly options: LintOptions,
    private readonly lintOnce: LintOnce
  ) {}

  async run(): Promise<void> {
    await this.changes.ready()
    clearScreen(this.options)
    await this.lint()
    for (let files = await this.changes.next(); files; files = await this.changes.next()) {
      const news = files.filter((file) => this.isNews(file))
      if (news.length === 0) continue
      clearScreen(this.options)
      complain(`${new Date().toTimeString().slice(0, 8)} ${this.told(news)}`)
      await this.lint()
    }
  }

  async end(): Promise<void> {
    this.hasEnded = true
    await this.changes.end()
  }

  private async lint(): Promise<void> {
    try {
      this.session = await openSession(this.options)
      this.changes.addSettings(this.session.loaded.files)
      await this.lintOnce({...this.session, results: this.results}, (judged) => this.note(judged))
      this.results = this.results.toKeep()
      complain('watching for changes; Ctrl+C ends')
    } catch (error) {
      if (error instanceof Stopped) return
      for (const message of messagesOf(error)) complain(message)
      complain('watching for changes that mend it; Ctrl+C ends')
    }
  }

  private note(judged: JudgedFile) {
    if (this.hasEnded) throw new Stopped()
    this.known.note(judged, this.options.fix === true)
    return judged.result
  }

  private isNews(file: string): boolean {
    if (this.changes.isSetting(file) || path.basename(file) === '.gitignore') return true
    if (!existsSync(file)) return this.forget(file)
    return this.mayBeDraft(file) && !this.known.isUnchanged(file)
  }

  private forget(file: string): boolean {
    const wasKnown = this.known.has(file)
    this.known.forget(file)
    return wasKnown
  }

  private mayBeDraft(file: string): boolean {
    const {outputFile} = this.options
    if (outputFile !== undefined && path.resolve(outputFile) === file) return false
    return this.known.has(file) || formatByName(file) !== undefined || (this.session?.search.isIncluded(file) ?? true)
  }

  private told([first = '', ...others]: readonly string[]): string {
    const shown = this.session?.shown(first) ?? first
    return others.length === 0 ? `${shown} changed` : `${shown} and ${others.length} more changed`
  }
}

function checkUse(paths: readonly string[], options: LintOptions): void {
  if (paths.includes('-'))
    throw new UsageError('--watch has no file to watch for standard input; name a file or a folder')
  const others = {
    '--staged': options.staged,
    '--suppress-all': options.suppressAll,
    '--suppress-rule': options.suppressRule,
    '--prune-suppressions': options.pruneSuppressions
  }
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? []
  if (other) throw new UsageError(`--watch and ${other} exclude each other; run ${other} once instead`)
}

/** What is to be watched for the paths of the command line; of a glob, the folder that it begins in. */
function draftsIn(paths: readonly string[], cwd: string): string[] {
  const asked = paths.length > 0 ? paths : ['.']
  return asked.map((each) => {
    const whole = path.resolve(cwd, each)
    return existsSync(whole) ? whole : path.resolve(cwd, folderOfGlob(each))
  })
}

function folderOfGlob(glob: string): string {
  const plain = glob.slice(0, Math.max(0, glob.search(/[*?{[!(]/)))
  return plain.slice(0, plain.length - behindLast(plain, '\\/').length)
}

/** Up to the root of the repository, as a configuration is searched; outside of one the working directory alone. */
function foldersAbove(cwd: string): string[] {
  const folders = [cwd]
  for (let folder = cwd; !existsSync(path.join(folder, '.git')); folder = path.dirname(folder)) {
    if (path.dirname(folder) === folder) return [cwd]
    folders.push(path.dirname(folder))
  }
  return folders
}

/** As `tsc --watch` does it: the screen and what scrolled off it, so that the newest report stands alone. */
function clearScreen({outputFile}: LintOptions): void {
  if (process.stdout.isTTY && outputFile === undefined) process.stdout.write('\u001b[2J\u001b[3J\u001b[H')
}

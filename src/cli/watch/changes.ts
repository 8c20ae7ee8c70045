import path from 'node:path'
import {type FSWatcher, watch} from 'chokidar'
import {baselineName} from '../../baseline/node/index.js'
import {configNames} from '../../config/node/index.js'

/** An editor that saves by renaming, and a tool that writes many files, make several events within this time. */
const quietFor = 80

const settingsNames: ReadonlySet<string> = new Set([...configNames, baselineName])

/** Files that change, told when they have come to rest. */
export class Changes {
  private readonly changed = new Set<string>()
  private readonly drafts: FSWatcher
  private readonly settings: FSWatcher
  /** Files that settings are read from although their names do not tell. */
  private readonly named = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private wake = () => {}
  private ended = false

  /**
   * @param drafts files and folders with what is linted
   * @param folders those in which a configuration may stand or come to stand
   */
  constructor(drafts: readonly string[], folders: readonly string[]) {
    const isHidden = (file: string) => !drafts.includes(file) && hidden.test(path.basename(file))
    const isOther = (file: string) => !folders.includes(file) && !this.isSetting(file)
    const shared = {ignoreInitial: true, followSymlinks: false}
    this.drafts = watch([...drafts], {...shared, ignored: isHidden})
    this.settings = watch([...folders], {...shared, depth: 0, ignored: isOther})
    for (const watcher of [this.drafts, this.settings]) {
      watcher.on('all', (event, file) => event !== 'addDir' && this.note(file))
      // A folder that can't be watched must not end the watch of the others.
      watcher.on('error', () => undefined)
    }
  }

  async ready(): Promise<void> {
    const isReady = (watcher: FSWatcher) => new Promise<void>((resolve) => watcher.once('ready', resolve))
    await Promise.all([isReady(this.drafts), isReady(this.settings)])
  }

  isSetting(file: string): boolean {
    return settingsNames.has(path.basename(file)) || this.named.has(file)
  }

  addSettings(files: readonly string[]): void {
    const fresh = files.filter((file) => !this.isSetting(file))
    for (const file of fresh) this.named.add(file)
    this.settings.add(fresh)
  }

  /** What changed since it was last asked, or what changes next; nothing once the watch has ended. */
  async next(): Promise<readonly string[] | undefined> {
    while (!this.ended && (this.changed.size === 0 || this.timer)) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    const files = [...this.changed]
    this.changed.clear()
    return this.ended ? undefined : files
  }

  async end(): Promise<void> {
    this.ended = true
    clearTimeout(this.timer)
    this.wake()
    await Promise.all([this.drafts.close(), this.settings.close()])
  }

  private note(file: string): void {
    this.changed.add(path.resolve(file))
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.wake()
    }, quietFor)
  }
}

/** As in the search for drafts; what .gitignore says decides what is one. */
const hidden = /^\.(?!gitignore$)|^node_modules$/

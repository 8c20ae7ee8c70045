import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'

/** A folder of its own, in which the search for a configuration ends. */
export class WorkFolder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread-work-')))

  constructor() {
    mkdirSync(path.join(this.path, '.git'))
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.path, name)).href
  }

  /** @param content text, or what is written as JSON */
  write(name: string, content: string | object): string {
    const file = path.join(this.path, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }

  remove(): void {
    rmSync(this.path, {recursive: true, force: true})
  }
}

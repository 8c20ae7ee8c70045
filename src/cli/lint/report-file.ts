import {randomUUID} from 'node:crypto'
import {createWriteStream, type WriteStream} from 'node:fs'
import {mkdir, readFile, realpath, rename, rm, stat} from 'node:fs/promises'
import path from 'node:path'
import {formatByName, judgeDraft} from '../../drafts.js'
import {codeOf, reasonOf, UsageError} from '../failures.js'
import {Output} from '../output.js'

/** Where a report goes that does not go to standard output. */
export interface ReportFile {
  readonly path: string
  readonly output: Output
  /** The report is whole: it takes the place of the one before. */
  keep(): Promise<void>
  /** It will not become whole; what stood there before stays. */
  discard(): Promise<void>
}

/**
 * Written beside the old report and renamed at the end, so that nobody ever reads half of one.
 * @param asked as the user wrote it
 * @param paths what is to be linted
 */
export async function openReportFile(asked: string, paths: readonly string[]): Promise<ReportFile> {
  if (asked === '') throw new UsageError('--output-file needs the name of a file')
  const file = path.resolve(asked)
  if (paths.some((each) => path.resolve(each) === file)) throw new UsageError(`${asked} is to be linted; ${another}`)
  return refusable(asked, async () => {
    await mkdir(path.dirname(file), {recursive: true})
    const target = await realpath(file).catch(() => file)
    const info = await stat(target).catch(() => undefined)
    if (info?.isDirectory()) throw new UsageError(`${asked} is a folder; --output-file needs the name of a file`)
    if (info?.isFile() && (await isDraft(target))) throw new UsageError(`${asked} is a draft; ${another}`)
    // A device or a pipe is written to; a name put in its place would replace it.
    return info && !info.isFile() ? opened(file, target) : opened(file, target, besideOf(target), info?.mode)
  })
}

const another = 'the report would take its place, so --output-file needs another name'

/** A draft under this name is more likely a slip than an old report. A page is left out: reports are pages too. */
async function isDraft(file: string): Promise<boolean> {
  const format = formatByName(file)
  return format !== undefined && format !== 'html' && judgeDraft(file, await readFile(file, 'utf8')).draft
}

async function opened(file: string, target: string, written = target, mode = 0o666): Promise<ReportFile> {
  const stream = createWriteStream(written, {mode: mode & 0o777})
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject))
  const isFresh = written !== target
  return {
    path: file,
    output: new Output(stream),
    keep: () =>
      refusable(file, async () => {
        await ended(stream)
        if (isFresh) await rename(written, target)
      }),
    discard: async () => {
      stream.destroy()
      if (isFresh) await rm(written, {force: true})
    }
  }
}

function besideOf(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`)
}

function ended(stream: WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject).end(() => resolve())
  })
}

async function refusable<Value>(file: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`the report could not be written to ${file}: ${whyNot(error)}`)
  }
}

function whyNot(error: unknown): string {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to write there'
  return code === 'EEXIST' || code === 'ENOTDIR' ? 'a part of its path is a file' : reasonOf(error)
}

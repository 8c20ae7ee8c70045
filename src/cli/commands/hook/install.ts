import {chmod, mkdir, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {reasonOf, UsageError} from '../../failures.js'
import {isOutside} from '../../git/repository.js'
import {Output} from '../../output.js'
import {managerOf} from './managers.js'
import {findPlace, type HookPlace, shownPath} from './place.js'
import {script} from './script.js'

/** Installed twice, it is as installed once. */
export async function installHook(): Promise<void> {
  const place = await findPlace()
  await refuse(place)
  try {
    await write(place)
  } catch (error) {
    throw new UsageError(`${shownPath(place.hook)} could not be written: ${reasonOf(error)}`)
  }
  await new Output(process.stdout).write(`${whatWasDone(place).join('\n')}\n`)
}

async function refuse({repository, hook, kept, owner, text, isKept, isShared}: HookPlace): Promise<void> {
  const manager = await managerOf(repository.top, text)
  if (manager)
    throw new UsageError(
      `${manager.name} manages the hooks of this repository and would undo another one: ${manager.recipe}`
    )
  if (isShared)
    throw new UsageError(
      `core.hooksPath leads every repository of yours to ${shownPath(path.dirname(hook))}, so a hook there would judge them all: \`git config --local core.hooksPath .git/hooks\` gives this one its own`
    )
  if (owner === 'edited')
    throw new UsageError(
      `${shownPath(hook)} is Coldread's and was changed by hand, so it was left as it is: keep your lines elsewhere and delete it first`
    )
  if (owner === 'other' && isKept)
    throw new UsageError(
      `${shownPath(kept)} waits there already, so the hook that is there now could not be kept beside it: join the two, or delete one`
    )
}

/** Written whole before anything is moved: a full disk must not cost a hook. */
async function write({hook, kept, owner}: HookPlace): Promise<void> {
  const fresh = `${hook}.coldread-new`
  await mkdir(path.dirname(hook), {recursive: true})
  try {
    await writeFile(fresh, script)
    await chmod(fresh, 0o755)
    if (owner === 'other') await rename(hook, kept)
    await rename(fresh, hook)
  } catch (error) {
    await rm(fresh, {force: true})
    throw error
  }
}

function whatWasDone({repository, hook, kept, owner, isKept}: HookPlace): string[] {
  const folder = path.dirname(hook)
  const isTracked = !isOutside(repository, folder) && path.basename(path.dirname(folder)) !== '.git'
  return [
    `${shownPath(hook)} ${owner === 'coldread' ? 'is there already' : 'written'}: what is staged is linted before every commit.`,
    ...(owner === 'other' || isKept ? [`The hook that was there is kept as ${shownPath(kept)} and runs first.`] : []),
    ...(isTracked
      ? ['core.hooksPath leads there, into the work tree: commit the file if others are to have the hook.']
      : [])
  ]
}

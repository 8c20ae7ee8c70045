import {rename, rm} from 'node:fs/promises'
import {reasonOf, UsageError} from '../../failures.js'
import {Output} from '../../output.js'
import {findPlace, type HookPlace, shownPath} from './place.js'

export async function uninstallHook(): Promise<void> {
  const place = await findPlace()
  refuse(place)
  try {
    await takeAway(place)
  } catch (error) {
    throw new UsageError(`${shownPath(place.hook)} could not be taken away: ${reasonOf(error)}`)
  }
  await new Output(process.stdout).write(`${whatWasDone(place)}\n`)
}

function refuse({hook, kept, owner, isKept}: HookPlace): void {
  if (owner === 'edited')
    throw new UsageError(
      `${shownPath(hook)} was changed by hand since Coldread wrote it, so it was left as it is: take out of it what is yours, and delete it`
    )
  if (owner === 'other' && isKept)
    throw new UsageError(
      `${shownPath(hook)} is not Coldread's any more, so it was left as it is; the hook before Coldread's waits as ${shownPath(kept)}`
    )
}

async function takeAway({hook, kept, owner, isKept}: HookPlace): Promise<void> {
  if (owner === 'other') return
  if (isKept) await rename(kept, hook)
  else await rm(hook, {force: true})
}

function whatWasDone({hook, owner, isKept}: HookPlace): string {
  if (isKept) return `${shownPath(hook)} is again the hook that was there before Coldread's.`
  if (owner !== 'coldread') return 'No hook of Coldread is installed here, so nothing was changed.'
  return `${shownPath(hook)} taken away.`
}

import {isMainThread, parentPort} from 'node:worker_threads'
import type {ResolvedSettings} from '../../config/index.js'
import {lint} from '../../lint.js'
import type {Answer, Task} from './tasks.js'

/** Judges what the thread that made this one sends. @returns false where nobody made it */
export function judgeForParent(): boolean {
  if (isMainThread || !parentPort) return false
  const known = new Map<number, ResolvedSettings>()
  const answer = (given: Answer) => parentPort?.postMessage(given)
  parentPort.on('message', async ({id, source, file, format, settings}: Task) => {
    if (settings.first) known.set(settings.id, settings.first)
    const options = {file, format, settings: known.get(settings.id) as ResolvedSettings}
    // Whoever asked judges a draft anew on which this fails, and tells why.
    await lint(source, options).then(
      (result) => answer({id, result}),
      () => answer({id})
    )
  })
  return true
}

import type {Anatomy} from '../anatomy/index.js'
import type {ResolvedSettings} from '../config/index.js'
import type {Finding} from '../result.js'
import {type Email, LineIndex} from '../tree/index.js'

/** What the stages of one run share about a tree. */
interface Run extends Anatomy {
  readonly settings: ResolvedSettings
  readonly lines: LineIndex
  readonly found: Finding[]
  /** Ids of the rules that were asked. */
  readonly asked: string[]
}

// Beside the tree and not in it: plugins of others walk the tree.
const runs = new WeakMap<Email, Run>()

export function begin(anatomy: Anatomy, settings: ResolvedSettings): Run {
  const run = {...anatomy, settings, lines: new LineIndex(anatomy.email.source), found: [], asked: []}
  runs.set(anatomy.email, run)
  return run
}

/** @throws Error where another plugin put a tree of its own in place of the one that was read */
export function runOf(email: Email): Run {
  const run = runs.get(email)
  if (run) return run
  throw new Error(
    'Coldread does not know this tree: use `coldreadParse` and `coldreadAnatomy` before its rules, and keep the tree that they give.'
  )
}

import type {ResolvedSettings} from '../../config/index.js'
import type {Result} from '../../result.js'
import type {Format} from '../../tree/index.js'

/** The word on the command line of a thread that judges for another. */
export const forParent = '--judge-for-parent'

/** A draft for a thread to judge. */
export interface Task {
  readonly id: number
  readonly source: string | Uint8Array
  readonly file: string
  readonly format: Format
  /** Settings are sent when a thread first needs them. */
  readonly settings: {readonly id: number; readonly first?: ResolvedSettings}
}

/** Without a result where judging failed. */
export interface Answer {
  readonly id: number
  readonly result?: Result
}

import {hash} from 'node:crypto'
import manifest from '../../../package.json' with {type: 'json'}
import {buildId} from '../cache/build-id.js'
import type {Session} from '../session.js'

/** What judged a record: answers with the same stamp may be put together. */
export interface Stamp {
  /** With a digest of the build behind `+`, rules and models included. */
  readonly version: string
  /** A digest of the rules that are on, with their levels and options. */
  readonly rules: string
  /** A digest of what the configuration and the command line say. */
  readonly config: string
}

export function stampOf({settingsFor, givenFor}: Session, file: string): Stamp {
  const on = [...settingsFor(file).rules].filter(([, {level}]) => level !== 'off')
  const build = buildId()?.split(' ')[0]
  return {
    version: build === undefined ? manifest.version : `${manifest.version}+${digest(build)}`,
    rules: digest(on.sort(([a], [b]) => (a < b ? -1 : 1))),
    config: digest(givenFor(file))
  }
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'hex').slice(0, 8)
}

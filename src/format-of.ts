import {formats} from './generated/formats.js'
import type {Format} from './tree/index.js'

const byEnding = new Map(
  Object.values(formats).flatMap(({name, extensions}) => extensions.map((each) => [each, name] as const))
)

/** The format that a file name's ending tells; Markdown where it tells none. */
export function formatOf(file: string | undefined): Format {
  const ending = /\.[^./\\]+$/.exec(file ?? '')?.[0].toLowerCase() ?? ''
  return knownFormat(ending) ?? 'markdown'
}

export function knownFormat(ending: string): Format | undefined {
  return byEnding.get(ending)
}

import type {Plugin} from 'unified'
import {type Config, checkedResolver, type ResolvedSettings} from '../config/index.js'
import {decode} from '../decode.js'
import {formatOf} from '../format-of.js'
import {dialects} from '../generated/dialects.js'
import {rules} from '../generated/rules.js'
import {checkFormat} from '../lint.js'
import type {Format} from '../tree/index.js'
import type {Draft} from './draft.js'

export interface ParseOptions {
  /** Goes before what the ending of the file's path tells; Markdown where nothing tells. */
  readonly format?: Format
  /** Holds for every later stage. Its overrides are matched with the file's path. */
  readonly config?: Config
}

const settings = new WeakMap<Draft, ResolvedSettings>()
const noConfig: Config = {}

/**
 * First stage, a parser: takes a file's text, or its bytes, as a `Draft`.
 * @throws ConfigError when the processor is first used, where the configuration is wrong
 */
export const coldreadParse: Plugin<[options?: ParseOptions], string, Draft> = function ({format, config} = {}) {
  if (format !== undefined) checkFormat(format)
  const settingsFor = checkedResolver(config ?? noConfig, {rules, dialects})
  this.parser = (document, file) => {
    // Unified's own decoding of bytes drops a byte order mark, and every offset would be one off.
    const {source, encoding} = decode(file.value ?? document)
    const draft: Draft = {type: 'draft', value: source, format: format ?? formatOf(file.path), encoding}
    settings.set(draft, settingsFor(file.path))
    return draft
  }
}

/** What holds for a draft; the defaults for one that no parser made. */
export function settingsOf(draft: Draft): ResolvedSettings {
  return settings.get(draft) ?? checkedResolver(noConfig, {rules, dialects})(undefined)
}

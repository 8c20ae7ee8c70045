import type {Plugin} from 'unified'
import {rules} from '../generated/rules.js'
import {name, notices, parse, rulesOn} from '../lint.js'
import type {Email} from '../tree/index.js'
import type {Draft} from './draft.js'
import {settingsOf} from './parse.js'
import {begin} from './run.js'

/** Second stage, a transformer: reads the `Draft`, names the parts of the mail and finds its facts. */
export const coldreadAnatomy: Plugin<[], Draft, Email> = () => async (draft) => {
  if (draft.type !== 'draft') {
    throw new Error(`Coldread reads drafts, not a tree of the type \`${draft.type}\`: let \`coldreadParse\` parse.`)
  }
  const settings = settingsOf(draft)
  const {value: source, encoding, format} = draft
  const run = begin(await name(await parse({source, encoding}, format, settings), settings), settings)
  run.found.push(...notices(run.email, settings, run.lines))
  // What no plugin of its own finds.
  run.asked.push(...rulesOn(settings).filter((id) => !Object.hasOwn(rules, id)))
  return run.email
}

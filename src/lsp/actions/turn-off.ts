import path from 'node:path'
import type {CodeAction, WorkspaceEdit} from 'vscode-languageserver/node'
import {turnOff} from '../../config/node/turn-off.js'
import {OpenDocument} from '../open-document.js'
import {textOf, uriOf} from '../places.js'
import {fileEdit} from './edits.js'
import type {Scene} from './index.js'

const newConfig = 'coldread.config.json'

/** Turns a rule off for the project, in the configuration as it stands or in a new one; none where that can't be done. */
export async function turnOffAction(id: string, {draft, document: asked, desk}: Scene): Promise<CodeAction[]> {
  const {abilities} = desk
  const {file, overrides, isBroken} = draft.settings
  // An override that sets the rule goes before what is written for all files.
  if (isBroken || overrides.some(({rules}) => rules?.[id] !== undefined)) return []
  const home = desk.homeOf(asked)
  const target = file ?? (abilities.createsFiles && home ? path.join(home, newConfig) : undefined)
  if (target === undefined) return []
  const text = file === undefined ? '' : await textOf(target)
  const edits = text === undefined ? undefined : turnOff(text, target, id)
  if (text === undefined || !edits) return []
  const document = OpenDocument.of(uriOf(target), 'json', 0, text, abilities.encoding)
  const edit = fileEdit(edits, document, abilities)
  const title = `Turn ${id} off in ${path.basename(target)}`
  return [{title, edit: file === undefined ? creating(target, edit) : edit}]
}

function creating(file: string, {documentChanges = []}: WorkspaceEdit): WorkspaceEdit {
  return {documentChanges: [{kind: 'create', uri: uriOf(file), options: {ignoreIfExists: true}}, ...documentChanges]}
}

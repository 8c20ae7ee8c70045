import {formatByName, judgeDraft, judgeText} from '../drafts.js'
import type {Format} from '../tree/index.js'
import type {FolderSettings} from './config/settings.js'
import type {OpenDocument} from './open-document.js'
import {fileOf, nameIn} from './places.js'

/** The languages of documents that are read, as editors name them. `always`: such a document is a mail whatever is in it. */
export const languages: Readonly<Record<string, {readonly format: Format; readonly always?: true}>> = {
  markdown: {format: 'markdown'},
  plaintext: {format: 'text'},
  html: {format: 'html'},
  mail: {format: 'text', always: true},
  eml: {format: 'eml', always: true}
}

/** The format of a document: what its name tells goes before the language that the editor takes it for. */
export function formatOf({uri, languageId}: OpenDocument): Format | undefined {
  return formatByName(nameIn(uri)) ?? languages[languageId]?.format
}

/** Whether a document is a draft: the command line's rule for the files of a folder, for an editor opens any file. */
export function isDraft(document: OpenDocument, settings: FolderSettings): boolean {
  const format = formatOf(document)
  const file = fileOf(document.uri)
  if (!format || (file !== undefined && settings.isIgnored(file))) return false
  if (languages[document.languageId]?.always || (file !== undefined && settings.isIncluded(file))) return true
  return (file === undefined ? judgeText(format, document.text) : judgeDraft(file, document.text)).draft
}

import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {LanguagePack} from '../languages/define-language.js'
import {checkExamples, compileLexicon, parseLists, parsePhrases} from '../phrases/build.js'
import type {Lexicon} from '../phrases/types.js'

/**
 * Compiles all phrase files of a language.
 * @throws PhraseFileError with file and line of the first entry that is wrong or whose examples fail
 */
export function buildLexicon(pack: LanguagePack, root: string, files: readonly string[], listsFile: string): Lexicon {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const entries = files.flatMap((file) => parsePhrases(read(file), file))
  const lists = parseLists(read(listsFile), listsFile)
  const lexicon = compileLexicon(entries, lists, pack.normalise)
  const [wrong] = checkExamples(entries, lists, pack.normalise)
  if (wrong) throw wrong
  return lexicon
}

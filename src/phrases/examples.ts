import {Automaton} from './automaton.js'
import {compileLexicon} from './compile.js'
import {PhraseFileError, type WordLists, type WrittenEntry} from './entries.js'
import {findHits} from './matcher.js'
import type {WordNormaliser} from './types.js'
import {readWords} from './words.js'

const tag = /\{\{[^{}\n]{1,80}\}\}/g

/** Runs the entries' own `ok` and `bad` texts and returns an error for each that does not hold. */
export function checkExamples(
  entries: readonly WrittenEntry[],
  lists: WordLists,
  normaliser: WordNormaliser
): PhraseFileError[] {
  const automaton = new Automaton(compileLexicon(entries, lists, normaliser))
  const matches = (entry: WrittenEntry, example: string): boolean => {
    const tags = [...example.matchAll(tag)].map(({index, 0: {length}}) => ({start: index, end: index + length}))
    const words = readWords(example, normaliser, tags)
    const {hits} = findHits(automaton, words, normaliser, () => entry.in[0])
    return hits.some((hit) => hit.entry.list === entry.list && hit.entry.index === entry.index)
  }
  const error = (entry: WrittenEntry, message: string): PhraseFileError => {
    return new PhraseFileError(message, entry.file, entry.line, entry.column)
  }
  return entries.flatMap((entry) => [
    ...entry.bad
      .filter((text) => !matches(entry, text))
      .map((text) => error(entry, `does not match its bad example "${text}"`)),
    ...entry.ok.filter((text) => matches(entry, text)).map((text) => error(entry, `matches its ok example "${text}"`))
  ])
}

import type {Memory} from '../memory.js'
import type {Automaton} from './automaton.js'
import {Search} from './search.js'
import {stretchKey} from './stretch-key.js'
import type {Accepted, WordNormaliser} from './types.js'
import type {Words} from './words.js'

/** What the sentences of a language matched before: id, from, to, id, from, to, ... counted from their first word. */
export type MatchMemory = Memory<Int32Array>

/** What matches in a text, sentence by sentence; one that was searched before is not searched again. */
export function searchSentences(
  automaton: Automaton,
  words: Words,
  normaliser: WordNormaliser,
  memory: MatchMemory | undefined
): Accepted[] {
  const search = new Search(automaton, words, normaliser)
  const accepted: Accepted[] = []
  for (let from = 0; from < words.norms.length; ) {
    const to = sentenceEnd(words, from)
    const matched = memory ? memory.of(stretchKey(words, from, to), () => search.run(from, to)) : search.run(from, to)
    for (let at = 0; at < matched.length; at += 3) {
      const [id, begin, end] = [matched[at] as number, matched[at + 1] as number, matched[at + 2] as number]
      accepted.push({id, from: from + begin, to: from + end})
    }
    from = to
  }
  return accepted
}

function sentenceEnd({sentences}: Words, from: number): number {
  let to = from + 1
  while (to < sentences.length && sentences[to] === sentences[from]) to++
  return to
}

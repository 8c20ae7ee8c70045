/** Words with their numbers as plain data, found without a table that would have to be made at every start. */
export interface Vocabulary {
  /** All words, one after the other in the order of their numbers. */
  readonly text: string
  /** Where each begins; one number more than there are words. */
  readonly startsAt: ArrayLike<number>
  /** A hash table of open addressing: the number of a word and one, or 0. Its length is a power of two. */
  readonly slots: ArrayLike<number>
}

export function vocabularyOf(words: readonly string[]): Vocabulary {
  const startsAt = [0]
  for (const word of words) startsAt.push((startsAt.at(-1) as number) + word.length)
  const slots = Array.from({length: 2 ** Math.ceil(Math.log2(2 * words.length + 2))}, () => 0)
  words.forEach((word, number) => {
    let slot = firstSlot(word, slots.length)
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length
    slots[slot] = number + 1
  })
  return {text: words.join(''), startsAt, slots}
}

export function sizeOf({startsAt}: Vocabulary): number {
  return startsAt.length - 1
}

/** @returns -1 for a word that has none */
export function numberOf(word: string, {text, startsAt, slots}: Vocabulary): number {
  const mask = slots.length - 1
  for (let slot = firstSlot(word, slots.length); ; slot = (slot + 1) & mask) {
    const number = (slots[slot] as number) - 1
    if (number < 0) return -1
    const start = startsAt[number] as number
    if ((startsAt[number + 1] as number) - start === word.length && text.startsWith(word, start)) return number
  }
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, its upper half mixed into the lower. */
function firstSlot(word: string, size: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (size - 1)
}

import type {Span} from '../../tree/text.js'

/** How domains spell each letter; the short vowels between consonants are added freely. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  ا: ['a', 'aa', 'e', 'o', 'i', ''],
  آ: ['a', 'aa'],
  ب: ['b'],
  پ: ['p'],
  ت: ['t'],
  ث: ['s'],
  ج: ['j'],
  چ: ['ch', 'c'],
  ح: ['h'],
  خ: ['kh', 'x'],
  د: ['d'],
  ذ: ['z'],
  ر: ['r'],
  ز: ['z'],
  ژ: ['zh', 'j'],
  س: ['s'],
  ش: ['sh'],
  ص: ['s'],
  ض: ['z'],
  ط: ['t'],
  ظ: ['z'],
  ع: ['', 'a', 'e', 'o'],
  غ: ['gh', 'q', 'g'],
  ف: ['f', 'ph'],
  ق: ['gh', 'q', 'g'],
  ک: ['k', 'c', 'ck'],
  گ: ['g'],
  ل: ['l'],
  م: ['m'],
  ن: ['n'],
  و: ['v', 'w', 'o', 'u', 'oo', 'ou'],
  ه: ['h', 'e', 'eh'],
  ی: ['i', 'y', 'ee', 'ie', 'ei']
}
const VARIANTS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  ؤ: 'و',
  ئ: 'ی'
}
const WORD = /[\u0620-\u06d3\u064b-\u0652\u0654\u200c]{1,40}/g
/** Shorter labels spell too many words. */
const SHORTEST = 4
const MOST_WORDS = 4

/** Half a domain is often a trade's word («برق»): it names a firm only where a firm's name would stand. */
const BEFORE_NAME =
  /(?:[«"“]|(?:^|[\s،؛])(?:شرکت|گروه|مؤسسه|موسسه|کارگاه|کارخانه|فروشگاه|استودیو|صنایع|بازرگانی|برند|نرم‌افزار|سامانه|از|در) )$/u

/**
 * A company's name in Persian letters, found by its domain's label: "نیرو سنج", niroosanj.
 * @param whole false where the label is only the first part of the domain's
 */
export function persianNameOf(label: string, text: string, whole = true): Span | undefined {
  if (label.length < SHORTEST || !/[\u0600-\u06ff]/.test(text)) return undefined
  const words = [...text.matchAll(WORD)]
  for (const [index, word] of words.entries()) {
    const end = endOfName(label, text, words.slice(index, index + MOST_WORDS))
    if (end === undefined) continue
    if (whole || BEFORE_NAME.test(text.slice(Math.max(0, word.index - 12), word.index))) return {start: word.index, end}
  }
  return undefined
}

function endOfName(label: string, text: string, words: readonly RegExpExecArray[]): number | undefined {
  let reached = new Set([0])
  let last = words[0]?.index ?? 0
  for (const [index, word] of words.entries()) {
    if (index > 0 && text.slice(last, word.index) !== ' ') return undefined
    for (const letter of word[0]) reached = afterLetter(label, VARIANTS[letter] ?? letter, reached)
    if (reached.size === 0) return undefined
    last = word.index + word[0].length
    if (reached.has(label.length)) return last
  }
  return undefined
}

/** The places in the label that one more letter leads to. */
function afterLetter(label: string, letter: string, reached: ReadonlySet<number>): Set<number> {
  const spellings = SPELLINGS[letter]
  if (!spellings) return new Set(reached)
  const next = new Set<number>()
  for (const at of reached) {
    for (const spelling of spellings) {
      if (!label.startsWith(spelling, at)) continue
      const end = at + spelling.length
      next.add(end)
      if (spelling.length === 1 && label.startsWith(spelling, end)) next.add(end + 1)
    }
  }
  for (const at of next) if (/[aeo]/.test(label[at] ?? '')) next.add(at + 1)
  return next
}

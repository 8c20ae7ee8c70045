import {once} from '../../src/once.js'

/**
 * What mail programs and people put before the subject of an answer or of a forwarded mail, in many languages:
 * https://en.wikipedia.org/wiki/List_of_email_subject_abbreviations
 */
const prefixes = [
  'RE|RES|FW|FWD|FORWARDED|ENC|TR|RV|RIF|R|I|AW|ANTWORT|WG|ANTW|DOORST',
  'SV|SVAR|VS|VB|VL|BLS|BALAS|TERUSKAN|ODP|PD|VÁ|ATB|YNT|İLT|CEVAP|ΑΠ|ΣΧΕΤ|ΠΡΘ',
  'ОТВ|ОТВЕТ|ПЕР|ПЕРЕСЛ|ВІДП|回复|回覆|答复|答覆|转发|轉寄|返信|転送|회신|답장|전달|רד|השב|תשובה|הועבר|הע',
  'رد|إعادة|إعادة توجيه|پاسخ|جواب|ج|ارجاع|بازارسال|باز ارسال|ارسال مجدد|هدایت|فوروارد|در پاسخ'
].join('|')

const first = once(
  () =>
    new RegExp(
      `^(?:[\\s\u200e\u200f]|\\[[^\\][]{1,40}\\]|\\p{Extended_Pictographic}|\\uFE0F){0,8}\\[?(?:${prefixes})(?:\\s?[[(^]?\\d{1,3}[\\])]?)?\\s?[:：]`,
      'iu'
    )
)
const further = once(() => new RegExp(`^\\s{0,4}\\[?(?:${prefixes})(?:\\s?[[(^]?\\d{1,3}[\\])]?)?\\s?[:：]`, 'iu'))

/** How many prefixes in a row are looked for. */
const most = 20

/** Where the prefixes of a subject stand; undefined where it has none. */
export function prefixesOf(subject: string): {readonly start: number; readonly end: number} | undefined {
  if (!/[:：]/.test(subject)) return undefined
  const length = first().exec(subject)?.[0].length
  if (length === undefined) return undefined
  let end = length
  for (let count = 1; count < most; count++) {
    const more = further().exec(subject.slice(end, end + 60))?.[0].length
    if (more === undefined) break
    end += more
  }
  return {start: subject.length - subject.trimStart().length, end}
}

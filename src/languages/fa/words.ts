import {fold} from '../../phrases/characters.js'
import type {WordNormaliser} from '../../phrases/types.js'

const letters: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'و'
}
const variant = /[يىكةۀەأإٱؤ]/g
/** Vowel signs, tatweel, and marks that are never seen; the zero-width non-joiner parts a word and is read before. */
const invisible = /[\u064b-\u065f\u0670]|[\u0640\u00ad\u2060\ufeff]|[\u200b\u200e\u200f]|\u200d/g

const prefixes = new Set(['می', 'نمی', 'بی'])
const isPrefix = (norm: string): boolean => norm.length <= 3 && prefixes.has(norm)

/** Endings that are no words of their own. */
const endings = new Set('ها های هایی هایم هایت هایش هایمان هایتان هایشان تر تری ترین ترها مان تان شان'.split(' '))

/** Endings that are written apart only after a silent he (رفته‌ام، حرفه‌ای); elsewhere they are words or letters. */
const afterHe = new Set('ام ای اید ایم اند ات اش'.split(' '))

/** No word is longer; a row of endings must not grow into one. */
const longestStem = 30

/** Trades that "am" and "are" are written to without a space: مهندسم، مشاوریم. With other nouns the same letter says "my". */
const trades = new Set(
  `مهندس مترجم مشاور وکیل حسابدار حسابرس عکاس طراح معمار پیمانکار کارشناس مدیر مدیرعامل سرپرست مسئول بازاریاب برنامه‌نویس
  کارگزار کشاورز باغدار دامدار مرغدار زنبوردار گلکار نجار آهنگر تراشکار جوشکار خیاط قناد نانوا آشپز سرآشپز تعمیرکار نصاب
  مدرس پزشک دامپزشک داروساز فیزیوتراپیست فریلنسر فورواردر بنکدار بازرس ممیز ارزیاب ویراستار روزنامه‌نگار گرافیست
  تدوینگر تحلیلگر متخصص شیمیست شیمیدان نقشه‌بردار تکنسین تاجر بازرگان ناشر نماینده‌فروش فیلمبردار مارکتر گرافیک مکانیک
  ریخته‌گر قالب‌ساز نخ‌ریس صحاف بیمه‌گر ترخیص‌کار حق‌العمل‌کار عمده‌فروش روان‌شناس زبان‌شناس زمین‌شناس آن`
    .split(/\s+/)
    .map((word) => word.replace(/\u200c/g, ''))
)
const longestTrade = 14

/** The trade that a word ends with "am" or "are", and the verb. */
function tradeAndVerb(word: string): readonly [string, string] | undefined {
  if (!word.endsWith('م') || word.length > longestTrade) return undefined
  const plural = word.endsWith('یم')
  const trade = word.slice(0, plural ? -2 : -1)
  return trades.has(trade) ? [trade, plural ? 'ایم' : 'ام'] : undefined
}

function attaches(norm: string, previous: string | undefined): 'next' | 'previous' | undefined {
  if (isPrefix(norm)) return 'next'
  if (previous === undefined || previous.length > longestStem || !/[آ-ی]/.test(previous.at(-1) ?? '')) return undefined
  if (endings.has(norm)) return 'previous'
  return afterHe.has(norm) && previous.length > 2 && previous.endsWith('ه') ? 'previous' : undefined
}

const whole: Readonly<Record<string, string>> = {درصد: '%', '&': 'و'}

function norms(word: string): readonly string[] {
  const folded = fold(word)
    .replace(variant, (letter) => letters[letter] ?? letter)
    .replace(invisible, '')
  const parts: string[] = []
  for (const part of folded.split(/[\u200c-]/)) {
    if (part === '') continue
    const last = parts.at(-1)
    const joined = last !== undefined && (isPrefix(last) || attaches(part, last) === 'previous')
    const own = joined ? undefined : tradeAndVerb(part)
    if (joined) parts[parts.length - 1] = last + part
    else if (own) parts.push(...own)
    else parts.push(Object.hasOwn(whole, part) ? (whole[part] as string) : part)
  }
  return parts
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const persianWords: WordNormaliser = {
  norms,
  attaches,
  abbreviations: set('م ق ه ش ص ج ر ک'),
  cased: false,
  nameLinks: set('و'),
  notNames: set('و یا که از به با در برای تا را این ان آن ما من شما او است هست هستم هستیم')
}

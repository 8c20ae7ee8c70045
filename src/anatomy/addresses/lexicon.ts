import {persianTowns, regionCodes, towns} from './places.js'
import {connectors, cueWords, labelWords, proseWords} from './prose.js'
import {type AddressWords, addressWords} from './words.js'

/** What a word can be in an address; a word can be several things. */
export const Role = {
  street: 1,
  weakStreet: 2,
  box: 4,
  unit: 8,
  plot: 16,
  building: 32,
  area: 64,
  postcode: 128,
  town: 256,
  region: 512,
  cue: 1024,
  label: 2048,
  prose: 4096,
  connector: 8192,
  /** Counts in lower case too. */
  lower: 16384,
  /** First word of a wording of several. */
  opens: 32768,
  numeral: 65536,
  /** Known by the end of the word. */
  compound: 131072,
  /** Belongs to the house number before it: "27 bis". */
  suffix: 262144
} as const

const kinds = ['street', 'weakStreet', 'box', 'unit', 'plot', 'building', 'area', 'postcode'] as const
const roles = new Map<string, number>()
const tails = new Map<string, number>()
const heads: [string, number][] = []
const regions = new Set(regionCodes.trim().split(/\s+/))
const persianNumerals =
  'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی اول دوم سوم چهارم پنجم ششم هفتم همکف'

const plain = /^[a-z\u05d0-\u05ea\u0627-\u063a\u0641\u0642\u0644-\u0648\u067e\u0686\u0698\u06a9\u06af\u06cc]+$/

/** One spelling for a word: no dots, no combining marks, Persian letters for Arabic ones. */
export function normaliseWord(raw: string): string {
  if (plain.test(raw)) return raw
  const lower = raw.toLowerCase()
  if (plain.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/[\p{Mn}.\u200b-\u200d'’‘ʻ"״׳]/gu, '')
    .normalize('NFC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ı/g, 'i')
}

function add(words: string | undefined, role: number, into = roles): void {
  for (const word of normaliseWord(words ?? '').split(/\s+/)) {
    if (word === '') continue
    for (let at = word.indexOf('_'); at > 0; at = word.indexOf('_', at + 1)) {
      const opening = word.slice(0, at).replaceAll('_', ' ')
      into.set(opening, (into.get(opening) ?? 0) | Role.opens)
    }
    const key = word.replaceAll('_', ' ')
    into.set(key, (into.get(key) ?? 0) | role)
  }
}

/** All languages' words of a role are normalised as one text: a call for each list costs more than reading a mail. */
function addLanguages(lower: boolean): void {
  const languages = Object.values(addressWords).filter((words) => (words.lower ?? false) === lower)
  const all = (kind: Exclude<keyof AddressWords, 'lower'>) => languages.map((words) => words[kind] ?? '').join(' ')
  for (const kind of kinds) add(all(kind), Role[kind] | (lower ? Role.lower : 0))
  add(all('tail'), Role.street, tails)
  add(all('weakTail'), Role.weakStreet, tails)
  for (const head of all('head').split(/\s+/)) if (head !== '') heads.push([head, Role.street])
}

/** Built when the first text is read: drafts without a digit never need it. */
function build(): void {
  addLanguages(false)
  addLanguages(true)
  add(cueWords, Role.cue)
  add(labelWords, Role.label)
  add(proseWords, Role.prose)
  add(connectors, Role.connector)
  add(persianTowns, Role.town)
  add(towns, Role.town)
  add(persianNumerals, Role.numeral)
  add('bis ter quater', Role.suffix)
}

/** Words that name a place by what stands near it; Persian addresses do without a number then. */
const landmarkWords: ReadonlySet<string> = new Set(
  'جنب|نبش|مقابل|روبروی|روبهروی|حدفاصل|حد فاصل|بین|نرسیده به|بالاتر از|پایینتر از|پایین تر از'.split('|')
)

export function isLandmarkWord(key: string): boolean {
  return landmarkWords.has(key)
}

/** The roles of a word or a wording; `raw` only where it is one word. */
export function rolesOf(key: string, raw = ''): number {
  if (roles.size === 0) build()
  const known = roles.get(key) ?? 0
  if (raw.length > 1 && raw.length < 4 && regions.has(raw)) return known | Role.region
  return known
}

/** Compounds: "Lindenstraße", "Kungsgatan", "Teheran-ro". */
export function rolesByEnd(key: string): number {
  for (let size = Math.min(9, key.length - 2); size > 1; size--) {
    const role = tails.get(key.slice(-size))
    if (role !== undefined) return key.includes('-') ? role : role | Role.compound
  }
  return 0
}

/** Scripts that set no space after the street word. */
export function rolesByBeginning(key: string): number {
  return heads.find(([head]) => key.startsWith(head))?.[1] ?? 0
}

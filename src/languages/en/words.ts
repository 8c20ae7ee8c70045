import {fold} from '../../phrases/characters.js'
import type {WordNormaliser} from '../../phrases/types.js'

const whole: Readonly<Record<string, readonly string[]>> = {
  '&': ['and'],
  percent: ['%'],
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "let's": ['let', 'us'],
  "o'clock": ["o'clock"],
  "ma'am": ["ma'am"],
  cant: ['can', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  isnt: ['is', 'not'],
  arent: ['are', 'not'],
  wasnt: ['was', 'not'],
  havent: ['have', 'not'],
  hasnt: ['has', 'not'],
  youre: ['you', 'are'],
  theyre: ['they', 'are'],
  youve: ['you', 'have'],
  weve: ['we', 'have'],
  'e-mail': ['email'],
  'e-mails': ['emails'],
  'e-mailed': ['emailed'],
  'e-mailing': ['emailing'],
  'on-line': ['online'],
  'web-site': ['website']
}

const shortened: Readonly<Record<string, string>> = {re: 'are', ve: 'have', ll: 'will', d: 'would', m: 'am'}

/** After these `'s` is "is"; after any other word it tells the owner. */
const beforeIs = /^(?:it|he|she|that|this|what|who|where|how|when|why|there|here|everything|nothing|something)$/

const american: Readonly<Record<string, string>> = {
  centre: 'center',
  centres: 'centers',
  metre: 'meter',
  metres: 'meters',
  litre: 'liter',
  litres: 'liters',
  fibre: 'fiber',
  fibres: 'fibers',
  theatre: 'theater',
  calibre: 'caliber',
  licence: 'license',
  licences: 'licenses',
  defence: 'defense',
  offence: 'offense',
  practise: 'practice',
  programme: 'program',
  programmes: 'programs',
  catalogue: 'catalog',
  catalogues: 'catalogs',
  dialogue: 'dialog',
  grey: 'gray',
  judgement: 'judgment',
  enrol: 'enroll',
  fulfil: 'fulfill',
  fulfilment: 'fulfillment',
  skilful: 'skillful',
  aluminium: 'aluminum',
  tyre: 'tire',
  tyres: 'tires',
  whilst: 'while',
  amongst: 'among'
}

const our =
  /^(un|dis)?(arm|behavi|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|rum|sav|savi|splend|tum|vap|vig)our/

/** One spelling for British and American ones; the choice between them does not matter, texts and patterns share it. */
function spelling(word: string): string {
  const known = american[word]
  if (known !== undefined) return known
  return word
    .replace(our, '$1$2or')
    .replace(/([a-z])([iy])z(?=[eai]|$)/g, '$1$2s')
    .replace(/(e|a|o)ll(ed|ing|er|ers|ation)$/, '$1l$2')
}

function partNorms(part: string): readonly string[] {
  const known = Object.hasOwn(whole, part) ? whole[part] : undefined
  if (known) return known
  const at = part.indexOf("'")
  if (at < 0) return [spelling(part)]
  if (part.endsWith("n't")) return [part.slice(0, -3), 'not']
  const stem = spelling(part.slice(0, at))
  const ending = part.slice(at + 1)
  const full = Object.hasOwn(shortened, ending) ? shortened[ending] : undefined
  if (full) return [stem, full]
  if (ending === 's') return beforeIs.test(stem) ? [stem, 'is'] : [stem]
  return [part]
}

function norms(word: string): readonly string[] {
  const folded = fold(word).replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
  if (folded === '') return []
  if (folded.includes('.') && /^(?:[a-z]\.)+[a-z]$/.test(folded)) return [folded.replaceAll('.', '')]
  if (!folded.includes('-') || Object.hasOwn(whole, folded)) return partNorms(folded)
  return folded.split('-').flatMap(partNorms)
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const englishWords: WordNormaliser = {
  norms,
  abbreviations: set(
    'mr mrs ms dr prof sr jr st ave rd blvd ltd inc corp co llc plc dept est approx vs etc eg ie no nos tel ext fig ' +
      'vol pp al cf ca incl excl min max jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'
  ),
  cased: true,
  nameLinks: set('of and de van der den von di da la le al bin for the'),
  notNames: set(
    'i we you he she it they my our your his her its their this that these those the a an and or but so if as at in on ' +
      'by for from to with of is are was were am be do does did have has had can could will would should may might ' +
      'must shall not no yes hi hello hey dear thanks thank please what when where why who how which there here'
  )
}

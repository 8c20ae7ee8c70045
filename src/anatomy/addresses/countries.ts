import english from 'i18n-iso-countries/langs/en.json' with {type: 'json'}
import persian from 'i18n-iso-countries/langs/fa.json' with {type: 'json'}
import {normaliseWord} from './lexicon.js'
import {countryNames} from './places.js'

const byName = new Map<string, string>()

function add(name: string, code: string): void {
  byName.set(keyOf(name), code)
}

function keyOf(name: string): string {
  return name
    .split(/[\s,()]+/)
    .map(normaliseWord)
    .filter(Boolean)
    .join(' ')
}

function build(): void {
  for (const {countries} of [english, persian]) {
    for (const [code, names] of Object.entries(countries)) for (const name of [names].flat()) add(name, code)
  }
  for (const [code, names] of Object.entries(countryNames)) {
    for (const name of names.split(' ')) add(name.replaceAll('_', ' '), code)
  }
}

/** ISO 3166-1 alpha-2 code of a name in English, in Persian or in the country's own language. */
export function countryOf(words: readonly string[]): string | undefined {
  if (byName.size === 0) build()
  return byName.get(words.join(' '))
}

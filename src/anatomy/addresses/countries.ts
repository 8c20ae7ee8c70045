import english from 'i18n-iso-countries/langs/en.json' with {type: 'json'}
import persian from 'i18n-iso-countries/langs/fa.json' with {type: 'json'}
import {normaliseWord} from './lexicon.js'
import {countryNames} from './places.js'

const byName = new Map<string, string>()

function add(names: readonly string[], codes: readonly string[]): void {
  const keys = normaliseWord(names.join('\n')).split('\n')
  keys.forEach((key, index) => {
    byName.set(key.replace(/[\s,()]+/g, ' ').trim(), codes[index] ?? '')
  })
}

function build(): void {
  const names: string[] = []
  const codes: string[] = []
  const take = (code: string, name: string) => names.push(name) && codes.push(code)
  for (const {countries} of [english, persian]) {
    for (const [code, written] of Object.entries(countries)) for (const name of [written].flat()) take(code, name)
  }
  for (const [code, written] of Object.entries(countryNames)) {
    for (const name of written.split(' ')) take(code, name.replaceAll('_', ' '))
  }
  add(names, codes)
}

/** ISO 3166-1 alpha-2 code of a name in English, in Persian or in the country's own language. */
export function countryOf(words: readonly string[]): string | undefined {
  if (byName.size === 0) build()
  return byName.get(words.join(' '))
}

import type {Problem} from '../../src/rules/define-rule.js'
import type {Layout, Shown} from './layout.js'

export interface LetteringOptions {
  readonly fonts: number
  readonly sizes: number
  readonly headline: number
}

/** @param isLeaflet whether the draft is a leaflet for other reasons: then a second font is part of it */
export function extraFonts(layout: Layout, {fonts}: LetteringOptions, isLeaflet: boolean): Problem[] {
  const shown = layout.shown('font-family').filter(({style}) => familyOf(style.value) !== undefined)
  const letters = new Map<string, number>()
  let undeclared = layout.letters
  for (const {style, letters: count} of shown) {
    const family = familyOf(style.value) ?? ''
    letters.set(family, (letters.get(family) ?? 0) + count)
    undeclared -= count
  }
  if (undeclared > 0) letters.set('', undeclared)
  if (letters.size <= (isLeaflet ? 1 : fonts)) return []
  const main = [...letters].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
  const others = shown.filter(({style}) => familyOf(style.value) !== main && !layout.isInSignature(style))
  return firstOfEach(others, ({style}) => familyOf(style.value) ?? '').map(({style}) => ({
    message: `One more font (${plainFamily(style.value)}) makes the letter look pasted together or like a poster. Write the whole letter in one font.`,
    at: style.source
  }))
}

/** The first family of a stack, weights of one family as one; undefined where it names none or only symbols. */
function familyOf(stack: string): string | undefined {
  const name = plainFamily(stack)
    .toLowerCase()
    .replace(/ (?:light|semilight|semibold|medium|bold|black)$/, '')
  return notFonts.has(name) ? undefined : name
}

function plainFamily(stack: string): string {
  return (stack.split(',')[0] ?? '').replace(/["']/g, '').trim()
}

// Generic names are the reader's own choice; the symbol fonts draw the bullets of Word.
const notFonts = new Set([
  ...['', 'serif', 'sans-serif', 'monospace', 'cursive', 'system-ui', 'ui-sans-serif', 'ui-serif', '-apple-system'],
  ...['blinkmacsystemfont', 'inherit', 'initial', 'unset', 'symbol', 'wingdings', 'webdings', 'segoe ui emoji']
])

/** @param isLeaflet whether the draft is a leaflet for other reasons: then any larger text is part of it */
export function largeText(layout: Layout, {sizes, headline}: LetteringOptions, isLeaflet: boolean): Problem[] {
  const shown = layout.shown('font-size')
  const pixels = new Map<Shown, number>()
  for (const one of shown) pixels.set(one, pixelsOf(one.style.value, around(one, pixels)))
  const body = bodySize(layout, pixels)
  const larger = shown.filter((one) => (pixels.get(one) ?? 0) > body * noticeable && !layout.isInSignature(one.style))
  const first = firstOfEach(larger, (one) => String(Math.round(pixels.get(one) ?? 0)))
  const isCrowd = isLeaflet || first.length >= sizes
  return first
    .filter((one) => isCrowd || (pixels.get(one) ?? 0) >= body * headline)
    .map((one) => ({
      message: `Text${layout.quote(one.style)} at ${Math.round(pixels.get(one) ?? 0)} px beside ${Math.round(body)} px shouts like a poster. Keep one size, and set in bold what matters.`,
      at: one.style.source
    }))
}

// 11 pt beside 12 pt is what pasting leaves behind; the eye hardly sees it.
const noticeable = 1.15

const usual = 16

function around(one: Shown, pixels: ReadonlyMap<Shown, number>): number {
  return (one.around && pixels.get(one.around)) ?? usual
}

/** The size that most letters have; where nothing is declared, what mail programs show. */
function bodySize(layout: Layout, pixels: ReadonlyMap<Shown, number>): number {
  const letters = new Map<number, number>()
  let undeclared = layout.letters
  for (const [{letters: count}, size] of pixels) {
    letters.set(size, (letters.get(size) ?? 0) + count)
    undeclared -= count
  }
  letters.set(usual, (letters.get(usual) ?? 0) + undeclared)
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

const keywords: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48
}

/** https://www.w3.org/TR/css-values-4/#absolute-lengths */
const pixelsOfUnit: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  rem: 16
}

function pixelsOf(value: string, outer: number): number {
  const word = value.trim().toLowerCase()
  if (word in keywords) return keywords[word] ?? outer
  if (word === 'larger') return outer * 1.2
  if (word === 'smaller') return outer / 1.2
  const [, number, unit = ''] = /^(\d{0,5}(?:\.\d{1,5})?)([a-z]{1,3}|%)$/.exec(word) ?? []
  if (!number) return outer
  if (unit === 'em') return Number(number) * outer
  if (unit === '%') return (Number(number) * outer) / 100
  return Number(number) * (pixelsOfUnit[unit] ?? 0) || outer
}

function firstOfEach(shown: readonly Shown[], key: (one: Shown) => string): Shown[] {
  const found = new Map<string, Shown>()
  for (const one of shown) if (!found.has(key(one))) found.set(key(one), one)
  return [...found.values()]
}

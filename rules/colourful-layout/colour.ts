import {colord, extend} from 'colord'
import lch from 'colord/plugins/lch'
import names from 'colord/plugins/names'
import {once} from '../../src/once.js'

const readColours = once(() => {
  extend([lch, names])
  return colord
})

/** A colour as the eye weighs it, seen on white paper. */
export interface Colour {
  /** In one spelling, to tell which are the same. */
  readonly hex: string
  /** From 0 (black) to 100 (white). */
  readonly lightness: number
  /** How far from grey: a pale tint has 5, pure red 104. https://www.w3.org/TR/css-color-4/#lab-colors */
  readonly chroma: number
  readonly hue: number
}

/** Undefined for what is no colour: a keyword of the suite (`windowtext`), a merge tag, a variable. */
export function readColour(value: string): Colour | undefined {
  const read = readColours()
  const colour = read(value)
  if (!colour.isValid()) return undefined
  const {r, g, b, a} = colour.toRgb()
  const onWhite = (channel: number): number => Math.round(channel * a + 255 * (1 - a))
  const seen = read({r: onWhite(r), g: onWhite(g), b: onWhite(b)})
  const {l, c, h} = seen.toLch()
  return {hex: seen.toHex(), lightness: l, chroma: c, hue: h}
}

/** Where a hue ends, in degrees. */
const hues: readonly (readonly [end: number, name: string])[] = [
  [20, 'pink'],
  [46, 'red'],
  [75, 'orange'],
  [110, 'yellow'],
  [165, 'green'],
  [220, 'teal'],
  [303, 'blue'],
  [335, 'purple'],
  [361, 'pink']
]

/** A plain word for the colour. */
export function nameOf({lightness, chroma, hue}: Colour): string {
  if (chroma < 4) return lightness < 12 ? 'black' : lightness < 45 ? 'dark grey' : 'grey'
  const name = hues.find(([end]) => hue < end)?.[1] ?? 'coloured'
  if ((name === 'orange' || name === 'yellow') && lightness < 45) return 'brown'
  if (lightness > 85 && chroma < 30) return `pale ${name}`
  return lightness < 25 ? `dark ${name}` : name
}

// Outlook's own blue for replies, and the colours of visited links in Word: nobody chose them.
const suiteColours = new Set(['#1f497d', '#954f72', '#96607d'])

export function isSuiteColour(colour: Colour): boolean {
  return suiteColours.has(colour.hex)
}

/** Links are blue before they are clicked and purple after, in every mail program in its own shade. */
export function isLinkColour({hue}: Colour): boolean {
  return hue >= 235 && hue <= 315
}

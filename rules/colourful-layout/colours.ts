import type {Problem} from '../../src/rules/define-rule.js'
import type {Style} from '../../src/tree/index.js'
import {type Colour, isLinkColour, isSuiteColour, nameOf, readColour} from './colour.js'
import {isBox, type Layout, tagOf} from './layout.js'

export interface ColourOptions {
  readonly colours: number
  readonly signatureColours: number
  readonly chroma: number
  readonly ink: number
  readonly tint: number
  readonly shade: number
}

const leaflet = 'makes the letter look like a leaflet, and leaflets are thrown away'

export function colouredText(layout: Layout, options: ColourOptions): Problem[] {
  const inBody = new Map<string, Problem>()
  const inSignature = new Map<string, Problem>()
  for (const {style} of layout.shown('color')) {
    const colour = readColour(style.value)
    if (!colour || !isColoured(colour, options) || isSuiteColour(colour)) continue
    if (isLinkColour(colour) && (style.element === 'a' || layout.isLink(style))) continue
    const seen = layout.isInSignature(style) ? inSignature : inBody
    if (seen.has(colour.hex)) continue
    const message = `${capital(nameOf(colour))} text${layout.quote(style)} ${leaflet}. Write it in black, and set it in bold if it matters most.`
    seen.set(colour.hex, {message, at: style.source})
  }
  return [...[...inBody.values()].slice(options.colours), ...[...inSignature.values()].slice(options.signatureColours)]
}

function isColoured({chroma, lightness}: Colour, options: ColourOptions): boolean {
  return chroma >= options.chroma && lightness >= options.ink
}

export function colouredBackgrounds(layout: Layout, options: ColourOptions): Problem[] {
  const found = new Map<string, Problem>()
  for (const style of layout.styles) {
    if (style.property !== 'background-color') continue
    const colour = readColour(style.value)
    if (!colour || isPaper(colour, options) || isButton(style, layout, options)) continue
    if (found.has(colour.hex)) continue
    found.set(colour.hex, {message: backgroundMessage(style, colour, layout), at: style.source})
  }
  return [...found.values()]
}

/** White, near white or a light grey. */
function isPaper({chroma, lightness}: Colour, {tint, shade}: ColourOptions): boolean {
  return chroma < tint && lightness >= shade
}

function backgroundMessage(style: Style, colour: Colour, layout: Layout): string {
  const words = layout.quote(style)
  if (isInline(style)) {
    return `The ${nameOf(colour)} highlight on${words || ' the text'} ${leaflet}. Leave the page white and set the few words that matter in bold.`
  }
  return `The ${nameOf(colour)} background${words && ` behind${words}`} ${leaflet}. Leave the page white, and let the words carry the offer.`
}

const inlineElements = new Set('a abbr b big cite code em font i mark s small span strike strong u'.split(' '))

function isInline(style: Style): boolean {
  return inlineElements.has(tagOf(style))
}

/** Links that look like something to press: filled, or framed with room around the words. */
export function buttons(layout: Layout, options: ColourOptions): Problem[] {
  const found = new Map<string, Problem>()
  for (const style of layout.styles) {
    const key = `${style.property} ${style.value}`
    if (found.has(key) || !isButton(style, layout, options)) continue
    const message = `The button${layout.quote(style)} asks for a click as an advertisement does, where a letter asks for an answer. Ask for a reply in a sentence, or give the link as plain text.`
    found.set(key, {message, at: style.source})
  }
  return [...found.values()]
}

function isButton(style: Style, layout: Layout, options: ColourOptions): boolean {
  if (style.property === 'border') return layout.isPaddedLink(style) && /[1-9]/.test(style.value)
  if (style.property !== 'background-color') return false
  const colour = readColour(style.value)
  if (!colour || colour.hex === '#ffffff') return false
  return layout.isPaddedLink(style) || (isBox(style) && layout.isLink(style) && !isPaper(colour, options))
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

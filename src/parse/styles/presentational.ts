/** Attributes that HTML had before style sheets, in CSS. https://html.spec.whatwg.org/multipage/rendering.html */
export function tellInCss(
  tag: string,
  name: string,
  value: string
): readonly [property: string, value: string] | undefined {
  const property = properties[`${tag} ${name}`] ?? properties[name]
  if (!property || value.trim() === '') return undefined
  if (property === 'background-image') return [property, `url(${value.trim()})`]
  if (property === 'font-size') return [property, fontSize(value)]
  return [property, property === 'font-family' ? value.trim() : legacyColour(value.trim())]
}

const properties: Readonly<Record<string, string>> = {
  bgcolor: 'background-color',
  background: 'background-image',
  'font color': 'color',
  'basefont color': 'color',
  'font face': 'font-family',
  'basefont face': 'font-family',
  'font size': 'font-size',
  'basefont size': 'font-size',
  'hr color': 'background-color',
  'body text': 'color',
  'body link': 'color'
}

/** Elements that are looks in themselves; `mark` only as long as no declaration on it says otherwise. */
export const elementLooks: Readonly<Record<string, readonly [property: string, value: string]>> = {
  // https://www.w3.org/TR/css3-marquee/#overflow-style
  marquee: ['overflow-style', 'marquee-line'],
  blink: ['text-decoration', 'blink'],
  big: ['font-size', 'larger'],
  mark: ['background-color', 'yellow']
}

const fontSizes = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large']

/** https://html.spec.whatwg.org/multipage/rendering.html#rules-for-parsing-a-legacy-font-size */
function fontSize(value: string): string {
  const number = Number.parseInt(value, 10)
  if (Number.isNaN(number)) return 'medium'
  const size = /^\s*[+-]/.test(value) ? 3 + number : number
  return fontSizes[Math.min(7, Math.max(1, size)) - 1] as string
}

function legacyColour(value: string): string {
  return /^(?:[\da-f]{3}|[\da-f]{6})$/i.test(value) ? `#${value}` : value
}

import type {CssNode, Raw, Value} from 'css-tree'

interface Longhand {
  readonly property: string
  readonly value: string
}

/** `background` and `font` told in the single properties they set, so that nobody else needs to take them apart. */
export function expandShorthand(property: string, value: string, node: Value | Raw, css: string): Longhand[] {
  if (node.type !== 'Value') return [{property, value}]
  if (property === 'background') return expandBackground(node.children.toArray(), css)
  if (property === 'font') return expandFont(node.children.toArray(), css)
  return [{property, value}]
}

function expandBackground(parts: readonly CssNode[], css: string): Longhand[] {
  const images = parts.filter(
    (part) => part.type === 'Url' || (part.type === 'Function' && /gradient$/i.test(part.name))
  )
  const colour = parts.findLast(isColour)
  return [
    // The shorthand takes back what an earlier declaration set.
    {property: 'background-color', value: colour ? textOf(colour, css) : 'transparent'},
    ...images.map((image) => ({property: 'background-image', value: textOf(image, css)}))
  ]
}

function isColour(part: CssNode): boolean {
  if (part.type === 'Hash') return true
  if (part.type === 'Identifier') return !notColours.has(part.name.toLowerCase())
  return part.type === 'Function' && colourFunctions.has(part.name.toLowerCase())
}

// https://www.w3.org/TR/css-backgrounds-3/#background
const notColours = new Set(
  `none repeat no-repeat repeat-x repeat-y space round scroll fixed local left right top bottom center cover contain auto
  border-box padding-box content-box text inherit initial unset revert revert-layer`.split(/\s+/)
)

const colourFunctions = new Set('rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix'.split(' '))

function expandFont(parts: readonly CssNode[], css: string): Longhand[] {
  const at = parts.findIndex(isFontSize)
  const size = parts[at]
  if (!size) return []
  const hasLineHeight = parts[at + 1]?.type === 'Operator'
  const family = parts[hasLineHeight ? at + 3 : at + 1]
  const last = parts.at(-1)
  const weight = parts.slice(0, at).find(isWeight)
  const found = [{property: 'font-size', value: textOf(size, css)}]
  if (weight) found.push({property: 'font-weight', value: textOf(weight, css)})
  if (family?.loc && last?.loc) {
    found.push({property: 'font-family', value: css.slice(family.loc.start.offset, last.loc.end.offset)})
  }
  return found
}

function isFontSize(part: CssNode): boolean {
  if (part.type === 'Identifier')
    return /^(?:(?:xxx?|x)-large|xx?-small|small|medium|large|smaller|larger)$/i.test(part.name)
  return part.type === 'Dimension' || part.type === 'Percentage' || part.type === 'Function' || isZero(part)
}

function isZero(part: CssNode): boolean {
  return part.type === 'Number' && Number(part.value) === 0
}

function isWeight(part: CssNode): boolean {
  return part.type === 'Number' || (part.type === 'Identifier' && /^(?:bold|bolder|lighter)$/i.test(part.name))
}

function textOf(part: CssNode, css: string): string {
  return part.loc ? css.slice(part.loc.start.offset, part.loc.end.offset) : ''
}

import type {Element} from 'hast'
import type {Span} from '../../tree/index.js'
import {type Attribute, readAttributes} from './attributes.js'
import {type RawStyle, readDeclarations} from './declarations.js'
import {elementLooks, tellInCss} from './presentational.js'

/**
 * The looks that an element carries itself: its `style` attribute, attributes of old HTML, or what it is.
 * @param open where the opening tag stands in the source
 */
export function stylesOfElement(element: Element, source: string, open: Span): RawStyle[] {
  const found: RawStyle[] = []
  const tag = element.tagName
  for (const [name, attribute] of readAttributes(source, open)) {
    const value = attribute.raw.includes('&') ? decoded(element, name) : attribute.raw
    if (value === undefined) continue
    const told =
      name === 'style' ? stylesOfAttribute(tag, value, attribute) : tellAttribute(tag, name, value, attribute)
    for (const style of told) found.push(style)
  }
  const look = elementLooks[tag]
  if (look && !found.some((style) => style.property === look[0])) {
    found.push({property: look[0], value: look[1], element: tag, by: 'element', source: open})
  }
  return found
}

function stylesOfAttribute(element: string, css: string, attribute: Attribute): RawStyle[] {
  const {start, end, raw, valueStart} = attribute
  return readDeclarations(css).map(({property, value, ...place}) => ({
    property,
    value,
    element,
    by: 'attribute',
    source: css === raw ? {start: valueStart + place.start, end: valueStart + place.end} : {start, end}
  }))
}

function tellAttribute(tag: string, name: string, written: string, {start, end}: Attribute): RawStyle[] {
  const told = tellInCss(tag, name, written)
  if (!told) return []
  const [property, value] = told
  // What `<body link>` colours are the links in it.
  return [{property, value, element: name === 'link' ? 'a' : tag, by: 'attribute', source: {start, end}}]
}

function decoded(element: Element, name: string): string | undefined {
  const value = element.properties[name === 'bgcolor' ? 'bgColor' : name]
  return typeof value === 'string' ? value : undefined
}

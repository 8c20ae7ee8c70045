import type {Element, Root} from 'hast'
import type {Span} from '../../tree/index.js'
import type {RawStyle} from './declarations.js'
import {stylesOfElement} from './element.js'
import {SheetIndex} from './selectors.js'
import {stylesOfSheet} from './sheet.js'

export interface StyleReader {
  /** All that is declared for the element: what style sheets say first, then what it carries itself. */
  read(element: Element, source: string, open: Span): readonly RawStyle[]
}

/** @param source the text that positions in the tree count in */
export function styleReader(tree: Root, source: string): StyleReader {
  const sheets: RawStyle[] = []
  walk(tree, (element) => {
    if (element.tagName === 'style') for (const style of readSheet(element, source)) sheets.push(style)
  })
  const bySheet = sheets.length > 0 ? assign(tree, new SheetIndex(sheets)) : new Map<Element, RawStyle[]>()
  return {
    read(element, text, open) {
      return [...(bySheet.get(element) ?? []), ...stylesOfElement(element, text, open)]
    }
  }
}

function readSheet(element: Element, source: string): RawStyle[] {
  const media = element.properties.media
  const [text] = element.children
  const start = text?.position?.start.offset
  const end = text?.position?.end.offset
  if (start === undefined || end === undefined) return []
  const css = source.slice(start, end)
  if (typeof media !== 'string') return stylesOfSheet(css, start)
  const lead = `@media ${media}{`
  return /[{};]/.test(media) ? [] : stylesOfSheet(`${lead}${css}}`, start - lead.length)
}

function assign(tree: Root, index: SheetIndex): Map<Element, RawStyle[]> {
  const found = new Map<Element, RawStyle[]>()
  walk(tree, (element, ancestors) => {
    const styles = index.stylesOf(element, ancestors)
    if (styles.length > 0) found.set(element, styles)
  })
  return found
}

function walk(tree: Root, visit: (element: Element, ancestors: readonly Element[]) => void): void {
  const ancestors: Element[] = []
  const down = (parent: Root | Element): void => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue
      visit(node, ancestors)
      ancestors.push(node)
      down(node)
      ancestors.pop()
    }
  }
  down(tree)
}

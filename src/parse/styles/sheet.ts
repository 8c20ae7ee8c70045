import type {Atrule, CssNode, Rule} from 'css-tree'
import parse from 'css-tree/parser'
import {declarationsIn, type RawStyle, tolerant, tooDeep} from './declarations.js'

/**
 * The looks that a `<style>` element declares, one for each selector; what they hit is for the caller to find.
 * @param offset where the sheet's text begins in the source
 */
export function stylesOfSheet(css: string, offset: number): RawStyle[] {
  if (tooDeep(css)) return []
  const sheet = parse(css, {context: 'stylesheet', ...tolerant})
  if (sheet.type !== 'StyleSheet') return []
  return rulesIn(sheet.children.toArray()).flatMap((rule) => stylesOfRule(rule, css, offset))
}

function rulesIn(nodes: readonly CssNode[]): Rule[] {
  return nodes.flatMap((node) => {
    if (node.type === 'Rule') return [node]
    return node.type === 'Atrule' && isForScreens(node) && node.block ? rulesIn(node.block.children.toArray()) : []
  })
}

/** A cold mail is judged as a desk shows it by day: not printed, not in a dark scheme that turns the colours round. */
function isForScreens({name, prelude}: Atrule): boolean {
  if (name.toLowerCase() === 'supports') return true
  if (name.toLowerCase() !== 'media') return false
  if (prelude?.type !== 'AtrulePrelude') return true
  const queries = prelude.children
    .toArray()
    .flatMap((list) => (list.type === 'MediaQueryList' ? list.children.toArray() : []))
  return queries.length === 0 || queries.some((query) => !isElsewhere(query))
}

function isElsewhere(query: CssNode): boolean {
  if (query.type !== 'MediaQuery') return true
  const isPrint = query.mediaType?.toLowerCase() === 'print' && query.modifier?.toLowerCase() !== 'not'
  const features = query.condition?.type === 'Condition' ? query.condition.children.toArray() : []
  return (
    isPrint || features.some((part) => part.type === 'Feature' && part.name.toLowerCase() === 'prefers-color-scheme')
  )
}

function stylesOfRule(rule: Rule, css: string, offset: number): RawStyle[] {
  if (rule.prelude.type !== 'SelectorList') return []
  const selectors = rule.prelude.children.toArray().flatMap((selector) => {
    if (selector.type !== 'Selector' || !selector.loc || selector.children.some((part) => isState(part))) return []
    return [css.slice(selector.loc.start.offset, selector.loc.end.offset)]
  })
  const declarations = declarationsIn(rule.block.children.toArray(), css)
  return selectors.flatMap((element) =>
    declarations.map(({property, value, start, end}) => ({
      property,
      value,
      element,
      by: 'sheet' as const,
      source: {start: offset + start, end: offset + end}
    }))
  )
}

/** `:hover`, `:visited`, `::before`: nothing that a buyer sees on opening the mail. */
function isState(part: CssNode): boolean {
  if (part.type === 'PseudoElementSelector') return true
  return part.type === 'PseudoClassSelector' && part.name.toLowerCase() !== 'link'
}

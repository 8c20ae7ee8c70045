import type {Element} from 'hast'
import type {RawStyle} from './declarations.js'

interface Compound {
  readonly tag: string | undefined
  readonly ids: readonly string[]
  readonly classes: readonly string[]
  /** Whether what stands before it has to be the parent, not any ancestor. */
  readonly isChild: boolean
}

/**
 * Whether an element is hit by a selector of tags, classes and ids, with descendants and children.
 * Any other selector (attributes, siblings, positions) hits nothing.
 * @param ancestors from the outermost to the parent
 */
export function matchesSimple(selector: string, element: Element, ancestors: readonly Element[] = []): boolean {
  const compounds = readSelector(selector)
  return compounds !== undefined && matches(compounds, element, ancestors)
}

/** The styles of a sheet, found by the element they hit without trying each of them. */
export class SheetIndex {
  private readonly byKey = new Map<string, {style: RawStyle; compounds: readonly Compound[]}[]>()

  constructor(styles: readonly RawStyle[]) {
    for (const style of styles) {
      const compounds = readSelector(style.element)
      const last = compounds?.at(-1)
      if (!compounds || !last) continue
      const key = keyOf(last)
      const entries = this.byKey.get(key) ?? []
      if (entries.length < mostOfOneKey) entries.push({style, compounds})
      this.byKey.set(key, entries)
    }
  }

  /** In the order in which the sheet declares them. */
  stylesOf(element: Element, ancestors: readonly Element[]): RawStyle[] {
    const keys = [`#${element.properties.id}`, ...classesOf(element).map((name) => `.${name}`), element.tagName, '*']
    return [...new Set(keys)]
      .flatMap((key) => this.byKey.get(key) ?? [])
      .filter(({compounds}) => matches(compounds, element, ancestors))
      .map(({style}) => style)
      .sort((one, other) => one.source.start - other.source.start)
  }
}

// The sheets of mail have a few dozen rules; thousands for one class, times thousands of elements, are an attack.
const mostOfOneKey = 200
// Tables in tables reach some twenty levels.
const farthestAncestor = 100

function keyOf({tag, ids, classes}: Compound): string {
  if (ids[0] !== undefined) return `#${ids[0]}`
  return classes[0] === undefined ? (tag ?? '*') : `.${classes[0]}`
}

function matches(compounds: readonly Compound[], element: Element, ancestors: readonly Element[]): boolean {
  let wanted = compounds.length - 1
  if (!hits(compounds[wanted], element)) return false
  const outermost = Math.max(0, ancestors.length - farthestAncestor)
  for (let at = ancestors.length - 1; wanted > 0; at--) {
    const ancestor = ancestors[at]
    if (at < outermost || !ancestor) return false
    if (hits(compounds[wanted - 1], ancestor)) wanted--
    else if (compounds[wanted]?.isChild) return false
  }
  return true
}

function hits(compound: Compound | undefined, element: Element): boolean {
  if (!compound) return false
  const {tag, ids, classes} = compound
  if (tag !== undefined && tag !== element.tagName) return false
  if (ids.some((id) => id !== element.properties.id)) return false
  return classes.length === 0 || classes.every((name) => classesOf(element).includes(name))
}

function classesOf(element: Element): string[] {
  const {className} = element.properties
  return Array.isArray(className) ? className.map(String) : []
}

function readSelector(selector: string): Compound[] | undefined {
  const compounds: Compound[] = []
  let isChild = false
  for (const word of selector.trim().replaceAll('>', ' > ').split(/\s+/)) {
    if (word === '>') {
      isChild = true
      continue
    }
    const compound = readCompound(word, isChild)
    if (!compound) return undefined
    compounds.push(compound)
    isChild = false
  }
  return compounds
}

function readCompound(word: string, isChild: boolean): Compound | undefined {
  const [first = '', ...rest] = word.split(/(?=[.#:])/)
  const parts = /^[.#:]/.test(first) ? [first, ...rest] : rest
  if (parts.some((part) => part !== ':link' && !/^[.#][^.#:[\]+~()\\*]+$/.test(part))) return undefined
  if (parts[0] !== first && !/^(?:\*|[a-z][a-z\d-]*)$/i.test(first)) return undefined
  const tag = parts[0] === first || first === '*' ? undefined : first.toLowerCase()
  const ids = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1))
  return {tag, ids, classes: parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1)), isChild}
}

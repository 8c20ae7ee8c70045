import {isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar} from 'yaml'
import type {Header, Notice, Span} from '../tree/index.js'
import type {Content} from './content.js'
import {isYamlTooDeep} from './limits.js'
import {type SimpleScalar, simpleEntries} from './simple-yaml.js'
import {TaggedText} from './tagged-text.js'
import {alignScalar} from './yaml-scalar.js'

export interface FrontMatter {
  readonly headers: readonly Header[]
  readonly notices: readonly Notice[]
  /** Where the body begins; 0 without front matter. */
  readonly end: number
}

const none: FrontMatter = {headers: [], notices: [], end: 0}

/** Reads YAML between two lines of `---` at the very start of the file. */
export function readFrontMatter(content: Content): FrontMatter {
  const {masked} = content
  const open = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(masked)
  if (!open) return none
  const close = /^(?:---|\.\.\.)[ \t]*$/m
  const start = open[0].length
  const found = close.exec(masked.slice(start))
  if (!found) return unclosed(masked, start)
  // YAML knows no line end of a carriage return alone.
  const yaml = masked.slice(start, start + found.index).replace(/\r(?!\n)/g, '\n')
  const end = start + found.index + found[0].length
  return {...readYaml(yaml, start, content), end}
}

/** A lone `---` line may just be a rule; only keys below it make it a front matter that somebody forgot to close. */
function unclosed(masked: string, start: number): FrontMatter {
  if (!/^(?:subject|from|to|lang)[ \t]*:/im.test(masked.slice(start, start + 2000))) return none
  const message =
    'The front matter is not closed, so its keys are read as text of the mail. Put a line of --- after the last key.'
  return {headers: [], notices: [{start: start - 4, end: start - 1, message}], end: 0}
}

function readYaml(yaml: string, offset: number, content: Content): Omit<FrontMatter, 'end'> {
  const simple = simpleEntries(yaml)
  if (!simple) return parseYaml(yaml, offset, content)
  if ('nestedAt' in simple) return refused(nestedMapping, [simple.nestedAt, simple.nestedAt + 1], yaml, offset, content)
  return {headers: simple.map(({key, value}) => simpleHeader(key, value, yaml, offset, content)), notices: []}
}

/** As `yaml` says it. */
const nestedMapping = 'Nested mappings are not allowed in compact mappings'

function simpleHeader(key: SimpleScalar, value: SimpleScalar, yaml: string, offset: number, content: Content): Header {
  const nameSpan = {start: offset + key.range[0], end: offset + key.range[1]}
  return scalarHeader(key.value.toLowerCase(), nameSpan, value, yaml, offset, content)
}

/** What every front matter could be read with; `readYaml` gives the same. */
export function parseYaml(yaml: string, offset: number, content: Content): Omit<FrontMatter, 'end'> {
  const all = [0, yaml.trimEnd().length] as const
  if (isYamlTooDeep(yaml)) return refused('it nests too deep', all, yaml, offset, content)
  const document = parseDocument(yaml, {uniqueKeys: false, strict: false, logLevel: 'silent'})
  const error = document.errors[0]
  if (error) return refused(error.message, error.pos, yaml, offset, content)
  if (document.contents === null) return {headers: [], notices: []}
  if (!isMap(document.contents)) return refused('it is no list of keys with values', all, yaml, offset, content)
  const headers = document.contents.items.flatMap((pair) =>
    headersOf(pair as Pair<Node, Node | null>, yaml, offset, content)
  )
  return {headers, notices: []}
}

/** What YAML refuses, read line by line. */
function refused(
  reason: string,
  [start, end]: readonly [number, number],
  yaml: string,
  offset: number,
  content: Content
): Omit<FrontMatter, 'end'> {
  const [what] = reason.split(/ at line |\n/)
  const message = `The front matter is no valid YAML (${what}), so it was read line by line. Put values with a colon, a bracket or a leading sign in quotes.`
  const notice = {start: offset + start, end: offset + Math.max(end, start + 1), message}
  return {...readLines(yaml, offset, content), notices: [notice]}
}

function headersOf(pair: Pair<Node, Node | null>, yaml: string, offset: number, content: Content): Header[] {
  const {key, value} = pair
  if (!isScalar(key) || !key.range) return []
  const name = String(key.value).toLowerCase()
  const nameSpan = {start: offset + key.range[0], end: offset + key.range[1]}
  if (isSeq(value) && name.startsWith('coldread-'))
    return value.items.flatMap((item) =>
      isScalar(item) ? [scalarHeader(name, nameSpan, item, yaml, offset, content)] : []
    )
  if (isScalar(value)) return [scalarHeader(name, nameSpan, value, yaml, offset, content)]
  const span = value?.range ? {start: offset + value.range[0], end: offset + value.range[1]} : atEnd(nameSpan)
  const text = new TaggedText(content).build(span.start)
  return [{type: 'header', name, nameSpan, ...span, ...text, notText: isSeq(value) ? 'a list' : 'a map'}]
}

function scalarHeader(
  name: string,
  nameSpan: Span,
  scalar: Pick<Scalar, 'value'> & {range?: readonly number[] | null | undefined},
  yaml: string,
  offset: number,
  content: Content
): Header {
  const [start = 0, end = 0] = scalar.range ?? []
  const raw = yaml.slice(start, end)
  const sink = new TaggedText(content)
  if (typeof scalar.value === 'string') alignScalar(raw, offset + start, scalar.value.trim(), sink)
  else if (scalar.value !== null) sink.verbatim(raw, offset + start)
  const span =
    scalar.value === null ? atEnd(nameSpan) : {start: offset + start, end: offset + start + raw.trimEnd().length}
  const notText = scalar.value === null || typeof scalar.value === 'string' ? undefined : `a ${typeof scalar.value}`
  return {type: 'header', name, nameSpan, ...span, ...sink.build(span.start), ...(notText ? {notText} : {})}
}

function atEnd(name: Span): Span {
  return {start: name.end, end: name.end}
}

/** What people mean by a front matter that YAML refuses: `key: value`, a line each. */
function readLines(yaml: string, offset: number, content: Content): {headers: Header[]} {
  const headers: Header[] = []
  for (const line of yaml.matchAll(/^([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*([^\r\n]*)/gm)) {
    const [whole, name = '', value = ''] = line
    const start = offset + line.index + whole.length - value.length
    const inner = /^(["'])([^\r\n]*)\1[ \t]*$/.exec(value)
    const sink = new TaggedText(content)
    sink.verbatim((inner?.[2] ?? value).trimEnd(), start + (inner ? 1 : 0))
    const nameSpan = {start: offset + line.index, end: offset + line.index + name.length}
    headers.push({
      type: 'header',
      name: name.toLowerCase(),
      nameSpan,
      start,
      end: start + value.length,
      ...sink.build(start)
    })
  }
  return {headers}
}

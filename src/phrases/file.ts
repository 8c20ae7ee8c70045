import {isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap} from 'yaml'
import {PhraseFileError, type WordLists, type WrittenCondition, type WrittenEntry} from './entries.js'

const entryKeys = ['match', 'why', 'instead', 'in', 'unless', 'with', 'ok', 'bad']
const kinds = ['number', 'name', 'quoted', 'capitals', 'negated', 'date', 'norm'] as const
/** Texts for people, which may have a comment beside them. */
const prose = ['`why`', '`instead`', '`in`']
const parts = [
  'subject',
  'body',
  'greeting',
  'opening',
  'pitch',
  'ask',
  'sign-off',
  'signature',
  'footer',
  'quoted-thread',
  'postscript'
]

/**
 * Reads a phrase file: a rule's is a list of entries under the id of its folder; a language's is a map from the name
 * of a list to entries or plain patterns, and its lists are called `@name`.
 */
export function parsePhrases(yamlText: string, file: string): WrittenEntry[] {
  const reader = new FileReader(yamlText, file)
  const {contents} = reader
  if (isSeq(contents)) {
    const rule = file.split(/[\\/]/).at(-2) ?? file
    return reader.entries(contents.items as Node[], rule, true)
  }
  if (!isMap(contents)) throw reader.error('a phrase file holds a list of entries or a map of lists', contents)
  return contents.items.flatMap((pair) =>
    reader.entries(reader.items(pair.value as Node), `@${reader.key(pair)}`, false)
  )
}

/** Reads `lists.yml`: a map from the name of a list to patterns. */
export function parseLists(yamlText: string, file: string): WordLists {
  const reader = new FileReader(yamlText, file)
  if (!isMap(reader.contents)) throw reader.error('a file of word lists holds a map', reader.contents)
  return Object.fromEntries(
    reader.contents.items.map((pair) => [reader.key(pair), reader.texts(pair.value as Node, 'a word list')])
  )
}

class FileReader {
  readonly contents: Node | null
  private readonly counter = new LineCounter()
  private readonly file: string
  private readonly yamlText: string

  constructor(yamlText: string, file: string) {
    this.file = file
    this.yamlText = yamlText
    const document = parseDocument(yamlText, {lineCounter: this.counter, prettyErrors: false})
    const broken = document.errors[0]
    if (broken) throw this.errorAt(broken.message, broken.pos[0])
    this.contents = document.contents
  }

  error(message: string, node: Node | null | undefined): PhraseFileError {
    return this.errorAt(message, node?.range?.[0] ?? 0)
  }

  key(pair: Pair): string {
    return String(isScalar(pair.key) ? pair.key.value : pair.key)
  }

  items(node: Node): Node[] {
    if (!isSeq(node)) throw this.error('a list is expected here', node)
    return node.items as Node[]
  }

  entries(items: readonly Node[], list: string, ofRule: boolean): WrittenEntry[] {
    const seen = new Map<string, number>()
    return items.map((item, index) => {
      const entry = this.entry(item, list, index, ofRule)
      for (const pattern of entry.match) {
        const before = seen.get(pattern)
        if (before !== undefined) throw this.error(`\`${pattern}\` stands already in line ${before}`, item)
        seen.set(pattern, entry.line)
      }
      return entry
    })
  }

  /** A text, or a list of texts. */
  texts(node: Node, what: string): string[] {
    const items = isSeq(node) ? (node.items as Node[]) : [node]
    if (items.length === 0) throw this.error(`${what} is empty`, node)
    return items.map((item) => {
      if (!isScalar(item) || item.value === null) throw this.error(`${what} holds texts`, item)
      if (!prose.includes(what) && this.hasComment(item)) {
        throw this.error('YAML reads a `#` after a space as a comment; put the whole text in quotation marks', item)
      }
      // A number or `no` without quotation marks is meant as the word.
      return item.source ?? String(item.value)
    })
  }

  /** A comment on the same line, which may be the lost rest of a pattern. */
  private hasComment(node: Node): boolean {
    const end = node.range?.[1] ?? 0
    return /^[ \t]+#/.test(this.yamlText.slice(end, end + 40))
  }

  private entry(node: Node, list: string, index: number, ofRule: boolean): WrittenEntry {
    const {line, col: column} = this.counter.linePos(node.range?.[0] ?? 0)
    const place = {file: this.file, line, column}
    const none = {why: undefined, instead: undefined, in: [], unless: [], with: [], ok: [], bad: []}
    if (!isMap(node)) {
      if (ofRule) throw this.error('an entry is a map with `match`, `ok` and `bad`', node)
      return {list, index, match: this.texts(node, 'an entry'), ...none, ...place}
    }
    this.checkKeys(node, ofRule)
    const unless = this.conditionsOf(node, 'unless')
    const needed = this.conditionsOf(node, 'with')
    if (needed.some((condition) => unless.some((other) => JSON.stringify(other) === JSON.stringify(condition)))) {
      throw this.error('the same condition stands in both `with` and `unless`, so the entry never matches', node)
    }
    return {
      list,
      index,
      match: this.textsOf(node, 'match'),
      why: this.textsOf(node, 'why')[0],
      instead: this.textsOf(node, 'instead')[0],
      in: this.partsOf(node),
      unless,
      with: needed,
      ok: this.textsOf(node, 'ok'),
      bad: this.textsOf(node, 'bad'),
      ...place
    }
  }

  private checkKeys(node: YAMLMap, ofRule: boolean): void {
    for (const pair of node.items) {
      const key = this.key(pair)
      if (!entryKeys.includes(key)) {
        throw this.error(`unknown key \`${key}\`; an entry has ${entryKeys.join(', ')}`, pair.key as Node)
      }
    }
    const needed = ofRule ? ['match', 'ok', 'bad'] : ['match']
    for (const key of needed) if (!node.has(key)) throw this.error(`the entry has no \`${key}\``, node)
  }

  private textsOf(node: YAMLMap, key: string): string[] {
    const value = node.get(key, true) as Node | undefined
    return value ? this.texts(value, `\`${key}\``) : []
  }

  private partsOf(node: YAMLMap): string[] {
    const named = this.textsOf(node, 'in')
    const unknown = named.find((part) => !parts.includes(part))
    if (unknown === undefined) return named
    throw this.error(
      `\`${unknown}\` is no part of a mail; the parts are ${parts.join(', ')}`,
      node.get('in', true) as Node
    )
  }

  private conditionsOf(node: YAMLMap, key: 'unless' | 'with'): WrittenCondition[] {
    const value = node.get(key, true) as Node | undefined
    if (!value) return []
    return this.items(value).flatMap((item) => this.condition(item, false))
  }

  private condition(item: Node, next: boolean): WrittenCondition[] {
    if (isScalar(item)) {
      const kind = kinds.find((each) => each === item.value)
      if (kind && !(next && (kind === 'negated' || kind === 'quoted' || kind === 'capitals'))) return [{kind, next}]
    } else if (isMap(item) && item.items.length === 1) {
      const words = item.get('words', true) as Node | undefined
      if (words) return [{kind: 'words', patterns: this.texts(words, '`words`'), next}]
      const inner = item.get('next', true) as Node | undefined
      if (inner && !next) return this.items(inner).flatMap((each) => this.condition(each, true))
    }
    throw this.error(`a condition is one of ${kinds.join(', ')}, {words: [...]} or {next: [...]}`, item)
  }

  private errorAt(message: string, offset: number): PhraseFileError {
    const {line, col} = this.counter.linePos(offset)
    return new PhraseFileError(message, this.file, line, col)
  }
}

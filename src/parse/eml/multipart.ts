import type {Notice, Span} from '../../tree/index.js'
import {type Field, fieldValue, readFields} from './fields.js'
import {type Lines, linesOf} from './lines.js'
import {readParameters, type Structured} from './parameters.js'

/** A part that holds no further parts: text, or an attachment. */
export interface Leaf {
  readonly fields: readonly Field[]
  readonly type: Structured
  readonly body: Span
  /** Id of the nearest multipart/alternative around it, or -1. */
  readonly alternativeOf: number
  readonly contentLanguage: string | undefined
}

/** A multipart whose closing line has not come yet. */
interface Open {
  readonly boundary: string
  readonly head: Head
  readonly bodyStart: number
  readonly around: Around
  partCount: number
}

/** What parts take over from the multipart they stand in. */
interface Around {
  readonly alternativeOf: number
  readonly contentLanguage: string | undefined
  readonly type: string
}

interface Head {
  readonly fields: readonly Field[]
  readonly type: Structured
  readonly span: Span
}

/** Mail programs nest four or five deep; more is an attack or an accident. */
const DEEPEST = 50
const AFTER_BOUNDARY = /(--)?[ \t]*/y
const PLAIN: Structured = {value: 'text/plain', parameters: new Map()}
const TOP: Around = {alternativeOf: -1, contentLanguage: undefined, type: ''}

/** Walks the lines of a message once and cuts it into its parts (RFC 2046 section 5.1). */
export class PartReader {
  readonly leaves: Leaf[] = []
  readonly notices: Notice[] = []
  fields: readonly Field[] = []
  private readonly lines: Lines
  private readonly open: Open[] = []
  private leaf: Omit<Leaf, 'body'> | undefined
  private leafStart = 0
  private alternatives = 0
  private tooDeep = false

  constructor(
    private readonly source: string,
    start: number
  ) {
    this.lines = linesOf(source, start)
    let line = this.openPart(0, TOP)
    while (line < this.lines.starts.length) line = this.readLine(line)
    this.closeLeaf(source.length)
    while (this.open.length > 0) this.giveUp(source.length)
  }

  private readLine(line: number): number {
    const found = this.delimiterAt(line)
    if (!found) return line + 1
    const end = this.lines.ends[line - 1] ?? 0
    this.closeLeaf(end)
    while (this.open.length - 1 > found.level) this.giveUp(end)
    const owner = this.open[found.level]
    if (found.closing || !owner) {
      this.open.pop()
      return line + 1
    }
    owner.partCount++
    return this.openPart(line + 1, owner.around)
  }

  private delimiterAt(line: number): {level: number; closing: boolean} | undefined {
    const start = this.lines.starts[line] ?? 0
    if (this.open.length === 0 || !this.source.startsWith('--', start)) return undefined
    for (let level = this.open.length - 1; level >= 0; level--) {
      const boundary = this.open[level]?.boundary ?? ''
      if (!this.source.startsWith(boundary, start + 2)) continue
      AFTER_BOUNDARY.lastIndex = start + 2 + boundary.length
      const closing = AFTER_BOUNDARY.exec(this.source)?.[1] !== undefined
      if (AFTER_BOUNDARY.lastIndex === this.lines.ends[line]) return {level, closing}
    }
    return undefined
  }

  /** Gives the line to go on with. */
  private openPart(line: number, around: Around): number {
    const start = this.lines.starts[line] ?? this.source.length
    const {fields, bodyLine, strayLine} = readFields(this.source, this.lines, line)
    if (around === TOP) this.fields = fields
    if (strayLine !== undefined && !this.delimiterAt(strayLine)) this.noteStray(strayLine, fields.length)
    const span = {start, end: fields.at(-1)?.value.end ?? start}
    const head = {fields, type: typeOf(this.source, fields, around.type), span}
    const language = fieldValue(this.source, fields, 'content-language').split(',', 1)[0]?.trim()
    const own = {...around, contentLanguage: language || around.contentLanguage}
    const bodyStart = this.lines.starts[bodyLine] ?? this.source.length
    const isContainer = head.type.value.startsWith('multipart/')
    if (!isContainer || !this.enter(head, bodyStart, own)) this.startLeaf(head, bodyStart, own, isContainer)
    return bodyLine
  }

  /** False where the multipart cannot be read as one. */
  private enter(head: Head, bodyStart: number, around: Around): boolean {
    const boundary = head.type.parameters.get('boundary')?.trimEnd()
    if (!boundary) {
      this.note(head.span, 'This multipart message names no boundary, so its parts were read as one text.')
      return false
    }
    if (this.open.length >= DEEPEST) {
      if (!this.tooDeep)
        this.note(head.span, `Parts are nested more than ${DEEPEST} deep; what lies deeper was not read.`)
      this.tooDeep = true
      return true
    }
    const type = head.type.value
    const alternativeOf = type === 'multipart/alternative' ? this.alternatives++ : around.alternativeOf
    this.open.push({boundary, head, bodyStart, around: {...around, alternativeOf, type}, partCount: 0})
    return true
  }

  private startLeaf(head: Head, bodyStart: number, around: Around, isContainer: boolean): void {
    const {alternativeOf, contentLanguage} = around
    this.leaf = {fields: head.fields, type: isContainer ? PLAIN : head.type, alternativeOf, contentLanguage}
    this.leafStart = bodyStart
  }

  private closeLeaf(end: number): void {
    const start = this.leafStart
    if (this.leaf) this.leaves.push({...this.leaf, body: {start, end: Math.max(start, end)}})
    this.leaf = undefined
  }

  /** The innermost multipart ends without its closing line. */
  private giveUp(end: number): void {
    const cut = this.open.pop()
    if (!cut) return
    const place = cut.head.fields.find((field) => field.name === 'content-type')?.value ?? cut.head.span
    if (cut.partCount > 0) {
      this.note(place, 'The closing boundary line of this multipart is missing, so its last part was read to the end.')
      return
    }
    this.note(place, 'The boundary named here never comes, so what follows was read as one text.')
    this.startLeaf(cut.head, cut.bodyStart, cut.around, true)
    this.closeLeaf(end)
  }

  private noteStray(line: number, fieldCount: number): void {
    const span = {start: this.lines.starts[line] ?? 0, end: this.lines.ends[line] ?? 0}
    if (fieldCount > 0) this.note(span, 'No blank line parts the header from the text, so the text was read from here.')
    else if (this.fields.length === 0)
      this.note(span, 'The message has no header lines, so all of it was read as text.')
  }

  private note(span: Span, message: string): void {
    this.notices.push({start: span.start, end: span.end, message})
  }
}

function typeOf(source: string, fields: readonly Field[], around: string): Structured {
  const type = readParameters(fieldValue(source, fields, 'content-type'))
  if (type.value.includes('/')) return type
  return {...type, value: around === 'multipart/digest' ? 'message/rfc822' : 'text/plain'}
}

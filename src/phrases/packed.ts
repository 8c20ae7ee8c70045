import {type Bytes, fromText, joinParts, type Part, takeApart, toText} from '../parts.js'
import type {Lexicon, LexiconEntry} from './types.js'

/** A lexicon as it is shipped: bytes that are ready for search as they are. */
export function packLexicon({entries, words, stems, ...numbers}: Lexicon): Bytes {
  const written = Array.from({length: entries.length}, (_, id) => fromText(JSON.stringify(entries.at(id))))
  const ends = new Int32Array(written.length)
  const all = new Uint8Array(written.reduce((sum, {length}) => sum + length, 0))
  written.forEach((entry, id) => {
    const start = id > 0 ? (ends[id - 1] as number) : 0
    all.set(entry, start)
    ends[id] = start + entry.length
  })
  return joinParts([
    ends,
    all,
    fromText(words.text),
    packNumbers(words.startsAt),
    packNumbers(words.slots),
    fromText(stems.join('\n')),
    packNumbers(numbers.listRoots),
    packNumbers(numbers.edgesAt),
    packNumbers(numbers.symbols),
    packNumbers(numbers.targets),
    packNumbers(numbers.acceptsAt),
    packNumbers(numbers.accepts)
  ])
}

export function unpackLexicon(bytes: Bytes): Lexicon {
  const parts = takeApart(bytes)
  const part = (index: number): Part => parts[index] as Part
  return {
    entries: new PackedEntries(part(0), part(1)),
    words: {text: toText(part(2)), startsAt: part(3), slots: part(4)},
    stems: lines(toText(part(5))),
    listRoots: part(6),
    edgesAt: part(7),
    symbols: part(8),
    targets: part(9),
    acceptsAt: part(10),
    accepts: part(11)
  }
}

/** Half as many bytes where the largest number allows. */
function packNumbers(numbers: ArrayLike<number>): Part {
  const all = Array.from(numbers)
  return all.every((number) => number < 0x10000) ? Uint16Array.from(all) : Int32Array.from(all)
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

/** Entries are long and few of them match in a draft: each is read when it does. */
class PackedEntries {
  private readonly ends: Part
  private readonly written: Part
  private readonly read: (LexiconEntry | undefined)[] = []

  constructor(ends: Part, written: Part) {
    this.ends = ends
    this.written = written
  }

  get length(): number {
    return this.ends.length
  }

  at(id: number): LexiconEntry | undefined {
    const end = this.ends[id]
    if (end === undefined) return undefined
    this.read[id] ??= JSON.parse(toText(this.written.subarray(this.ends[id - 1] ?? 0, end))) as LexiconEntry
    return this.read[id]
  }
}

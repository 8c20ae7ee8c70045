/** Characters of keys that one generation holds; the values of texts this long take some megabytes. */
const standardSize = 1 << 18
/** Longer texts hardly ever come again. */
const longestKey = 4000

/**
 * What a pure function made of the texts it saw last. Personalised mails repeat most of their blocks, and between two
 * keystrokes all but one stay as they are.
 *
 * Two generations bound it: when the young one is full the old one goes, and what is asked for again is young again.
 */
export class Memory<Value> {
  private young = new Map<string, Value>()
  private old = new Map<string, Value>()
  private size = 0
  private readonly most: number

  /** @param most characters of keys that one of the two generations holds */
  constructor(most = standardSize) {
    this.most = most
  }

  /**
   * @param make what the value is made with; it must depend on nothing but the key. A value that holds slices of the
   * key has to take them from the one it is given, which is no slice of a draft itself.
   */
  of(key: string, make: (key: string) => Value): Value {
    const known = this.young.get(key)
    if (known !== undefined) return known
    if (key.length > longestKey) return make(key)
    const own = detached(key)
    const value = this.old.get(key) ?? make(own)
    this.keep(own, value)
    return value
  }

  private keep(key: string, value: Value): void {
    if (this.size + key.length > this.most) {
      this.old = this.young
      this.young = new Map()
      this.size = 0
    }
    this.size += key.length + 1
    this.young.set(key, value)
  }
}

const mostWords = 10_000
const longestWord = 40

/** What a pure function made of words: mails share most of theirs. Their number bounds it. */
export class WordMemory<Value extends object> {
  private readonly known = new Map<string, Value>()

  /** @param make as that of `Memory.of` */
  of(word: string, make: (word: string) => Value): Value {
    const known = this.known.get(word)
    if (known) return known
    const own = detached(word)
    const value = make(own)
    if (word.length > longestWord) return value
    if (this.known.size >= mostWords) this.known.clear()
    this.known.set(own, value)
    return value
  }
}

/** Of shorter ones V8 makes no slices. */
const shortestSlice = 13

/** A slice keeps the whole text alive that it was cut from; in a text of its own it doesn't. */
export function detached(slice: string): string {
  return slice.length < shortestSlice ? slice : ` ${slice}`.slice(1)
}

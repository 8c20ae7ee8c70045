import {WordMemory} from '../memory.js'
import type {Token} from './tokens.js'

/** Changes with every change of what is hashed: weights trained on other features do not fit. */
export const featureVersion = 1
/** Buckets of each kind; a power of two. */
export const bucketCount = 1 << 16

/** The n-grams of a stretch as numbers of buckets. All models of a draft read the same. */
export interface Features {
  /** Runs of one to three words and signs, and one for how long the stretch is; each bucket once. */
  readonly words: readonly number[]
  /**
   * Runs of two to five characters of a word, its beginning and end counted as characters: word by word, each word
   * once.
   */
  readonly runs: readonly CharacterRuns[]
  /** Buckets of `runs` that came before, once for each time. */
  readonly repeated: readonly number[]
}

/** Those of one word; kept for as long as the word is. */
export interface CharacterRuns {
  readonly buckets: readonly number[]
  /** What they weigh in the table that last asked; to find it by a `WeakMap` would take longer than to add it up. */
  weighed?: {readonly by: object; readonly sums: Int32Array}
}

const longestWordRun = 3
const shortestCharacterRun = 2
const longestCharacterRun = 5
const mask = bucketCount - 1

export function featuresOf(tokens: readonly Token[]): Features {
  const read = tokens.map(readToken)
  const rows = [lengthBucket(tokens)]
  for (let at = 0; at < read.length; at++) addWordRuns(read, at, rows)
  const runs = [...new Set(read.map((token) => token.runs))]
  const repeated: number[] = []
  beginCounting()
  for (const {buckets} of runs) for (const bucket of buckets) if (!isNew(bucket)) repeated.push(bucket)
  beginCounting()
  return {words: rows.filter(isNew), runs, repeated}
}

/** Each bucket of characters once, in order of the words. */
export function charactersOf({runs}: Features): number[] {
  return [...new Set(runs.flatMap(({buckets}) => buckets))]
}

export function characterCount({runs, repeated}: Features): number {
  return runs.reduce((sum, {buckets}) => sum + buckets.length, -repeated.length)
}

/** For each bucket the count it was last seen in. What a Set would do, in a third of the time. */
const seenIn = new Uint8Array(bucketCount)
let count = 0

function beginCounting(): void {
  if (++count < 256) return
  seenIn.fill(0)
  count = 1
}

function isNew(bucket: number): boolean {
  if (seenIn[bucket] === count) return false
  seenIn[bucket] = count
  return true
}

/** The runs that begin at a token, the shortest first. */
export function wordRunsAt(tokens: readonly Token[], at: number): number[] {
  const buckets: number[] = []
  addWordRuns(tokens.slice(at, at + longestWordRun).map(readToken), 0, buckets)
  return buckets
}

export function characterRunsOf(token: Token): readonly number[] {
  return readToken(token).runs.buckets
}

function addWordRuns(tokens: readonly ReadToken[], at: number, buckets: number[]): void {
  let hash = offsetBasis
  for (let length = 1; length <= longestWordRun && at + length <= tokens.length; length++) {
    hash = Math.imul(hash ^ (tokens[at + length - 1] as ReadToken).hash, prime) + length
    buckets.push(mixed(hash))
  }
}

/** A word or sign in numbers. */
interface ReadToken {
  readonly hash: number
  readonly runs: CharacterRuns
}

const none: CharacterRuns = {buckets: []}
const words = new WordMemory<ReadToken>()
const signs = new WordMemory<ReadToken>()

function readToken({norm, sign}: Token): ReadToken {
  return sign ? signs.of(norm, readSign) : words.of(norm, readWord)
}

function readSign(norm: string): ReadToken {
  return {hash: hashOf(norm, ~offsetBasis), runs: none}
}

function readWord(norm: string): ReadToken {
  return {hash: hashOf(norm, offsetBasis), runs: {buckets: characterRuns(norm)}}
}

function characterRuns(norm: string): number[] {
  const buckets: number[] = []
  const padded = ` ${norm} `
  for (let at = 0; at + shortestCharacterRun <= padded.length; at++) {
    let hash = offsetBasis
    const longest = Math.min(longestCharacterRun, padded.length - at)
    for (let length = 1; length <= longest; length++) {
      hash = Math.imul(hash ^ padded.charCodeAt(at + length - 1), prime)
      if (length >= shortestCharacterRun) buckets.push(mixed(hash + length))
    }
  }
  return buckets
}

/** Upper bounds, in tokens, of what counts as equally long. */
const lengths = [3, 4, 6, 9, 14, 22]

export function lengthBucket(tokens: readonly Token[]): number {
  const size = lengths.filter((bound) => tokens.length > bound).length
  return mixed(Math.imul(offsetBasis ^ size, prime))
}

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, and the finaliser of MurmurHash3, https://github.com/aappleby/smhasher
const offsetBasis = 0x811c9dc5
const prime = 0x01000193

function hashOf(norm: string, begin: number): number {
  let hash = begin
  for (let at = 0; at < norm.length; at++) hash = Math.imul(hash ^ norm.charCodeAt(at), prime)
  return hash
}

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16)
  value = Math.imul(value, 0x85ebca6b)
  value ^= value >>> 13
  value = Math.imul(value, 0xc2b2ae35)
  return (value ^ (value >>> 16)) & mask
}

import {detached} from '../memory.js'
import type {Token} from './tokens.js'

/** Changes with every change of what is hashed: weights trained on other features do not fit. */
export const featureVersion = 1
/** Buckets of each kind; a power of two. */
export const bucketCount = 1 << 16

/** The n-grams of a stretch as numbers of buckets, each bucket once. All models of a draft read the same. */
export interface Features {
  /** Runs of one to three words and signs, and one for how long the stretch is. */
  readonly words: readonly number[]
  /** Runs of two to five characters of a word, its beginning and end counted as characters. */
  readonly characters: readonly number[]
  /** The same word by word, each word once; the arrays are kept for as long as the words are. */
  readonly runs: readonly (readonly number[])[]
  /** Those of `characters` that more than one word has, once for each word but the first. */
  readonly repeated: readonly number[]
}

const longestWordRun = 3
const shortestCharacterRun = 2
const longestCharacterRun = 5
const mask = bucketCount - 1

export function featuresOf(tokens: readonly Token[]): Features {
  const words = [lengthBucket(tokens)]
  const runs = new Set<readonly number[]>()
  for (let at = 0; at < tokens.length; at++) {
    addWordRuns(tokens, at, words)
    runs.add(characterRunsOf(tokens[at] as Token))
  }
  const repeated: number[] = []
  return {words: eachOnce([words], []), characters: eachOnce(runs, repeated), runs: [...runs], repeated}
}

const seen = new Uint8Array(bucketCount)

/** What a Set would do, in a third of the time. @param repeated takes what came again */
function eachOnce(lists: Iterable<readonly number[]>, repeated: number[]): number[] {
  const once: number[] = []
  for (const buckets of lists) {
    for (const bucket of buckets) {
      if (seen[bucket]) repeated.push(bucket)
      else once.push(bucket)
      seen[bucket] = 1
    }
  }
  for (const bucket of once) seen[bucket] = 0
  return once
}

/** The runs that begin at a token, the shortest first. */
export function wordRunsAt(tokens: readonly Token[], at: number): number[] {
  const buckets: number[] = []
  addWordRuns(tokens, at, buckets)
  return buckets
}

function addWordRuns(tokens: readonly Token[], at: number, buckets: number[]): void {
  let hash = offsetBasis
  for (let length = 1; length <= longestWordRun && at + length <= tokens.length; length++) {
    hash = Math.imul(hash ^ hashOf(tokens[at + length - 1] as Token), prime) + length
    buckets.push(mixed(hash))
  }
}

/** Mails share most of their words; the number kept bounds the memory. */
const keptWords = 10_000
const longestKept = 40
const none: readonly number[] = []
const kept = new Map<string, readonly number[]>()

export function characterRunsOf({norm, sign}: Token): readonly number[] {
  if (sign) return none
  const known = kept.get(norm)
  if (known) return known
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
  if (norm.length > longestKept) return buckets
  if (kept.size >= keptWords) kept.clear()
  kept.set(detached(norm), buckets)
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

function hashOf({norm, sign}: Token): number {
  let hash = sign ? ~offsetBasis : offsetBasis
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

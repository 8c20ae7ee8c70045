import {didYouMean} from '../config/nearest.js'
import {allRules, type DirectiveText, type Part} from './types.js'

const form = '`rule-id [in section] [at "words"] -- reason`'

const longest = 2_000

export const parts = Object.keys({
  subject: true,
  greeting: true,
  opening: true,
  pitch: true,
  ask: true,
  'sign-off': true,
  signature: true,
  footer: true,
  'quoted-thread': true,
  postscript: true
} satisfies Record<Part, true>)

const token = /\s*(?:(?<dash>--|—)(?=\s|$)|(?<comma>,)|["“«](?<quoted>[^"”»]{1,300})["”»]|(?<word>[^\s,"“”«»]+))/uy

interface Token {
  readonly dash?: string
  readonly comma?: string
  readonly quoted?: string
  readonly word?: string
}

/**
 * Reads `<id>[, <id>...] [in <section>] [at "words"] -- reason`.
 * @returns what is wrong, as sentences, beside what could be read all the same
 */
export function readDirectiveText(
  text: string,
  ruleIds: readonly string[]
): {directive: DirectiveText | undefined; wrong: readonly string[]} {
  if (text.length > longest) return refused(`This suppression has more than ${longest} characters: write it shorter.`)
  const {tokens, reason, unread} = tokensOf(text)
  if (unread) return refused(`This suppression is not understood from \`${unread}\` on: write ${form}.`)
  const ids = readIds(tokens)
  const limits = readLimits(tokens)
  if (ids.length === 0 || !limits) return refused(`This suppression is not understood: write ${form}.`)
  if (!reason)
    return refused('This suppression gives no reason, so it does nothing: write ` -- ` and the reason behind it.')
  if (limits.part !== undefined && !parts.includes(limits.part)) return refused(unknownPart(limits.part))
  const known = ids.filter((id) => id === allRules || ruleIds.includes(id))
  const wrong = ids.filter((id) => !known.includes(id)).map((id) => unknownId(id, ruleIds))
  if (known.length === 0) return {directive: undefined, wrong}
  return {directive: {ids: known, part: limits.part as Part | undefined, words: limits.words, reason}, wrong}
}

/** The ids of a text that has nothing but ids before an optional reason; undefined where it has more. */
export function readIdList(text: string): readonly string[] | undefined {
  if (text.length > longest) return undefined
  const {tokens, unread} = tokensOf(text)
  const ids = readIds(tokens)
  return unread || tokens.length > 0 ? undefined : ids
}

function tokensOf(written: string): {tokens: Token[]; reason: string; unread: string} {
  const text = written.trim()
  const tokens: Token[] = []
  for (let end = 0; end < text.length; end = token.lastIndex) {
    token.lastIndex = end
    const found: Token | undefined = token.exec(text)?.groups
    if (!found) return {tokens, reason: '', unread: text.slice(end, end + 30).trim()}
    if (found.dash) return {tokens, reason: text.slice(token.lastIndex).trim(), unread: ''}
    tokens.push(found)
  }
  return {tokens, reason: '', unread: ''}
}

/** Takes the ids, which commas part, from the front of the tokens. */
function readIds(tokens: Token[]): string[] {
  const ids = new Set<string>()
  let id = tokens[0]?.word
  while (id !== undefined) {
    ids.add(id)
    tokens.shift()
    if (!tokens[0]?.comma) break
    tokens.shift()
    id = tokens[0]?.word
    if (id === undefined) return []
  }
  return [...ids]
}

function readLimits(tokens: readonly Token[]): {part: string | undefined; words: string | undefined} | undefined {
  let part: string | undefined
  let words: string | undefined
  for (let index = 0; index < tokens.length; index += 2) {
    const name = tokens[index]?.word
    const value = tokens[index + 1]
    if (name === 'in' && part === undefined && value?.word) part = value.word
    else if (name === 'at' && words === undefined && value?.quoted?.trim()) words = value.quoted.trim()
    else return undefined
  }
  return {part, words}
}

function refused(message: string): {directive: undefined; wrong: readonly string[]} {
  return {directive: undefined, wrong: [message]}
}

function unknownPart(name: string): string {
  const list = `there are ${parts.map((part) => `\`${part}\``).join(', ')}.`
  return `\`${name}\` is no part of an e-mail, so nothing is suppressed: ${didYouMean(name, parts, list)}`
}

function unknownId(id: string, ruleIds: readonly string[]): string {
  if (id === 'suppression') {
    return 'A draft can not suppress `suppression` findings: set the level of `suppression` in the configuration.'
  }
  const otherwise = '`coldread rules` lists them.'
  return `\`${id}\` is no rule, so nothing is suppressed: ${didYouMean(id, [...ruleIds, allRules], otherwise)}`
}

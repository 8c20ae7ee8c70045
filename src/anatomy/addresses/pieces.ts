import {Memory} from '../../memory.js'
import type {Span} from '../../tree/index.js'
import {Role} from './lexicon.js'
import {type Token, tokenise, tokenPattern} from './tokens.js'

/** So far back a word that leads to an address is looked for. */
const cueReach = 6

/** Cuts a stretch at empty lines over which no address reaches, and nothing that tells one. */
export function piecesOf(text: string, {start, end}: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  let paragraph = start
  for (let at = text.indexOf('\n\n', start); at >= 0 && at + 2 < end; at = text.indexOf('\n\n', at + 2)) {
    if (remembered.of(text.slice(paragraph, at), endsApart)) {
      pieces.push({start: from, end: at})
      from = at + 2
    }
    paragraph = at + 2
  }
  return [...pieces, {start: from, end}]
}

const remembered = new Memory<boolean>()

/** Whether a paragraph ends as sentences do, and says nothing at its end that counts for the next one. */
function endsApart(paragraph: string): boolean {
  const last = tokenise(paragraph, 0, paragraph.length, tokenPattern(paragraph)).slice(-1 - cueReach)
  return last.length > cueReach && ends(last.at(-1) as Token) && last.every(({roles}) => (roles & leading) === 0)
}

const leading = Role.cue | Role.label

function ends({key, roles, stops}: Token): boolean {
  return roles === 0 && (stops || key === '?' || key === '!')
}

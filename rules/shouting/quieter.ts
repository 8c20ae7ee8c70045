import {safely, suggest} from '../../src/fix/suggest.js'
import {replaced} from '../../src/fix/written/replace.js'
import type {Fix} from '../../src/rules/define-rule.js'
import type {Email, Place} from '../../src/tree/index.js'
import {marksIn, marksOf} from './lines.js'

/** A line of its own of so few words is a headline. */
const headline = 6

/** Of a row of marks one says the same; a full stop says less. */
export function quieter(email: Email, at: Place, words: string, most: number): Fix[] {
  const asks = /[?？؟]/.exec(words)?.[0]
  const one = `${asks ?? ''}${/[!！]/.exec(words)?.[0] ?? '!'}`
  const own = marksIn(words)
  const left = marksOf(email) - own + 1
  const safe = own > 1 && left <= most && endsWords(at)
  const stop = asks ?? stopOf(email, at, words)
  return [
    ...(safe ? safely('Leave one mark.', replaced(email, at, one)) : []),
    ...suggest(stop === '' ? 'Leave it out.' : `End it with “${stop}”.`, replaced(email, at, stop))
  ]
}

/** A greeting ends in a comma, a headline in nothing. */
function stopOf(email: Email, at: Place, words: string): string {
  if (isCalled(email, at)) return email.language === 'fa' ? '،' : ','
  if (isHeadline(email, at)) return ''
  return words.includes('！') ? '。' : '.'
}

function isHeadline({body}: Email, {text, start, end}: Place): boolean {
  const block = body.blocks.find((each) => each.start <= start && each.end === end)
  const line = block ? text.value.slice(block.start, start) : '\n'
  return !line.includes('\n') && !/[.!?؟]/.test(line) && line.split(/\s+/).length <= headline
}

function isCalled({sections}: Email, {start, end}: Place): boolean {
  return sections.some((part) => part.name === 'greeting' && part.start <= start && end <= part.end)
}

/** Elsewhere the marks may be part of a name or of code. */
function endsWords({text, start, end}: Place): boolean {
  return (
    /[\p{L}\p{N})”»"'’]$/u.test(text.value.slice(Math.max(0, start - 2), start)) &&
    /^(?:[\s)”»"'’]|$)/.test(text.value.slice(end, end + 1))
  )
}

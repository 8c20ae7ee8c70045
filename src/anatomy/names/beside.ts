import type {Span} from '../../tree/text.js'
import {JOB_WORDS} from './job-words.js'
import type {NameMatch} from './organisations.js'
import {NOT_NAME_WORDS} from './person-words.js'

const PART = /[^|·•/,،؛;()\t\n—–]{2,60}/g
const NAME =
  /^(?:[\p{Lu}\p{Lt}\p{sc=Arab}\p{sc=Hebr}\p{sc=Han}][\p{L}\p{M}\u200c&'’.+-]{0,30}(?: |$)(?:(?:&|and|of|de|the) )?){1,5}$/u
/** Letters behind a person's name ("CTA", "Ms"), or a legal form without its name. */
const NO_NAME = /^(?:\p{Lu}{2,4}\d?|M[rsx]s?|\p{L}{1,4}\.)$/u
/** As far as a signature's company stands from its person: the rest of the line and the two lines below. */
const REACH = 160

/**
 * The organisation that a signature puts beside a person without a legal form or a kind word: the next part of the
 * line, or the first part of a line below, a job title left out.
 */
export function organisationBeside(text: string, person: Span): NameMatch | undefined {
  const near = text.slice(person.end, person.end + REACH)
  const end = /\n\s*\n/.exec(near)?.index ?? near.length
  const lines = near.slice(0, end).split('\n', 3)
  let at = person.end
  for (const [index, line] of lines.entries()) {
    const parts = [...line.matchAll(PART)].filter((part) => part[0].trim() !== '')
    const name = (index === 0 ? parts : parts.slice(0, 2)).find(
      (part) => !isJob(part[0]) && !NO_NAME.test(part[0].trim())
    )
    const found = name && asName(name[0], at + name.index)
    if (found) return found
    if (name && index > 0) return undefined
    at += line.length + 1
  }
  return undefined
}

function asName(part: string, start: number): NameMatch | undefined {
  const value = part.trim()
  const words = value.toLowerCase().split(/\s+/)
  if (!NAME.test(value) || NO_NAME.test(value) || words.some((word) => NOT_NAME_WORDS.has(word))) return undefined
  const from = start + part.length - part.trimStart().length
  return {value, start: from, end: from + value.length}
}

function isJob(part: string): boolean {
  const words = part.trim().toLowerCase().split(/\s+/)
  return words.length <= 6 && words.some((word) => JOB_WORDS.has(word))
}

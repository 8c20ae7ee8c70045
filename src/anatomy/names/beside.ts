import {narrowing} from '../../tree/letters.js'
import type {Span} from '../../tree/text.js'
import {JOB_WORDS} from './job-words.js'
import type {NameMatch} from './organisations.js'
import {NOT_NAME_WORDS, SURNAME_WORDS} from './person-words.js'

const PART = /[^|·•/,،؛;()\t\n—–]{2,60}/g
const NAME = narrowing(
  String.raw`^(?:[\p{Lu}\p{Lt}\p{sc=Arab}\p{sc=Hebr}\p{sc=Han}][\p{L}\p{M}\u200c&'\u2019.+-]*(?: |$)(?:(?:&|and|of|de|the) )?)+$`,
  'u'
)
/** «پارسا جلالی از طراحان وب: ۰۲۶…» */
const FIRM_FROM = /^ (?:از|در) ([^|·•/,،؛;:()\t\n—–]{2,40})/u
const MOST_WORDS = 5
/** Letters behind a person's name ("CTA", "Ms"), or a legal form without its name. */
const NO_NAME = narrowing(String.raw`^(?:\p{Lu}{2,4}\d?|M[rsx]s?|\p{L}{1,4}\.)$`, 'u')
/** As far as a signature's company stands from its person: the rest of the line and the two lines below. */
const REACH = 160

/**
 * The organisation that a signature puts beside a person without a legal form or a kind word: the next part of the
 * line, or the first part of a line below, a job title left out.
 */
export function organisationBeside(text: string, person: Span): NameMatch | undefined {
  const firm = FIRM_FROM.exec(text.slice(person.end, person.end + REACH))
  if (firm?.[1]) return asName(firm[1], person.end + firm[0].length - firm[1].length)
  const near = text.slice(person.end, person.end + REACH)
  const end = /\n\s*\n/.exec(near)?.index ?? near.length
  const lines = near.slice(0, end).split('\n', 3)
  let at = person.end
  for (const [index, line] of lines.entries()) {
    const parts = [...line.matchAll(PART)].filter((part) => part[0].trim() !== '')
    const name = (index === 0 ? parts : parts.slice(0, 2)).find((part) => !isJob(part[0]) && !isNoName(part[0].trim()))
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
  if (isNoName(value) || words.some((word) => NOT_NAME_WORDS.has(word) || SURNAME_WORDS.has(word))) return undefined
  if (value.split(/ (?:(?:&|and|of|de|the) )?/).length > MOST_WORDS || !NAME(value).test(value)) return undefined
  const from = start + part.length - part.trimStart().length
  return {value, start: from, end: from + value.length}
}

function isNoName(part: string): boolean {
  return part.length < 10 && NO_NAME(part).test(part)
}

function isJob(part: string): boolean {
  const words = part.trim().toLowerCase().split(/\s+/)
  return words.length <= 6 && words.some((word) => JOB_WORDS.has(word))
}

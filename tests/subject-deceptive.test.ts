import {describe, expect, it} from 'vitest'
import {prefixesOf} from '../rules/subject-deceptive/prefixes.js'
import {findingsOf} from './support/one-rule.js'

/** A mail that answers is left alone; one that only looks like an answer is not. */
describe('prefixes of answers and forwarded mails', () => {
  it.each([
    ['Re: pumps', 'Re:'],
    ['RE: Re[2]: pumps', 'RE: Re[2]:'],
    ['FW: Fwd: pumps', 'FW: Fwd:'],
    ['[External] AW: Pumpen', '[External] AW:'],
    ['TR : vos pompes', 'TR :'],
    ['Odp: pompy', 'Odp:'],
    ['回复：水泵', '回复：'],
    ['رد: مضخات', 'رد:'],
    ['תשובה: משאבות', 'תשובה:'],
    ['پاسخ: پمپ خلأ', 'پاسخ:'],
    ['ارجاع: پمپ خلأ', 'ارجاع:']
  ])('%s', (subject, words) => {
    const {start, end} = prefixesOf(subject) ?? {start: 0, end: 0}
    expect(subject.slice(start, end)).toBe(words)
  })

  it.each([
    'Re-roofing of Unit 4',
    'Ref.: spare capacity',
    'REACH dossiers',
    'Regarding pumps: a price',
    'پاسخ‌گوی تلفنی'
  ])('%s has none', (subject) => expect(prefixesOf(subject)).toBeUndefined())

  it('reads a subject of prefixes alone in linear time', () => {
    expect(prefixesOf('re:'.repeat(50_000))?.start).toBe(0)
  })
})

describe('a real answer', () => {
  const mail = (headers: string, body = 'Dear Ms Arden,\n\nhere is the price.') =>
    `---\nsubject: "Re: vacuum pumps"\nlang: en\n${headers}---\n\n${body}\n`

  it.each([
    ['a first mail', mail(''), 1],
    ['the first step', mail('step: 1\n'), 1],
    ['a later step', mail('step: 3\n'), 0],
    ['In-Reply-To', mail('in-reply-to: "<a1@ardenfoods.example>"\n'), 0],
    ['a quoted mail', mail('', 'Dear Ms Arden,\n\nyes, we do.\n\n> Do you overhaul vane pumps?'), 0]
  ])('%s', async (_, draft, count) => {
    expect(await findingsOf('subject-deceptive', draft, 'markdown')).toHaveLength(count)
  })
})

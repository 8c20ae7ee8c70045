import fc from 'fast-check'
import {expect, test} from 'vitest'
import {sentencesOf} from '../src/anatomy/prose.js'
import {languages} from '../src/generated/languages.js'
import {Memory} from '../src/memory.js'
import {createMatcher} from '../src/phrases/index.js'
import {MappedText, type Span} from '../src/tree/index.js'

const blocks: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Dear Ms Vidal,',
    'We are the best in this market. You save 20 %.',
    'We are the best in this market',
    'It is cheap, and 12 customers say so.',
    'ISO 9001 since 2004.',
    'They call it “the best price',
    'in the world”, and we do not.',
    'It is FREE of charge: order NOW!',
    'Our quality is second to none and',
    'Siemens bought 12.',
    'No further emails wanted',
    'You would rather not receive more of these.',
    'Tell me.',
    '100 %',
    '***',
    'Hi {{first_name}}, limited time offer.',
    '- Price: 10.90 euro\n- Delivery: today only',
    'Shall I send you two samples?',
    'If this is not for you, tell me and I will not write again.'
  ],
  fa: [
    'سرکار خانم رضایی،',
    'امیدوارم حالتان خوب باشد.',
    'ما بهترین قیمت را داریم. ۲۰ درصد تخفیف',
    'تا ۱۲ خرداد، ISO 9001',
    '«بهترین کیفیت',
    'در بازار» می گویند.',
    'می‌توانم دو نمونه بفرستم؟'
  ]
}

test.each(Object.keys(blocks))(
  '%s: what a text says is what its blocks say, whatever was read before',
  async (code) => {
    const language = await languages[code]?.load()
    if (!language) throw new Error(`no ${code}`)
    const {lexicon, pack} = language
    const [known, fresh] = [createMatcher(lexicon, pack.normalise), createMatcher(lexicon, pack.normalise)]
    const some = fc.array(fc.constantFrom(...(blocks[code] ?? [])), {minLength: 1, maxLength: 6})
    fc.assert(
      fc.property(some, (texts) => {
        const text = MappedText.slice(texts.join('\n\n'))
        const spans = placed(texts)
        const tags = [...text.value.matchAll(/\{\{.*?\}\}/g)].map(({index, 0: tag}) => ({
          start: index,
          end: index + tag.length
        }))
        const body = {text, blocks: spans} as unknown as Parameters<typeof sentencesOf>[0]
        const sentences = sentencesOf(body, pack, new Memory())
        const whole = fresh.read(text, {tags, sentences})
        const joined = known.read(text, {tags, sentences, blocks: spans})
        expect(joined).toEqual(whole)
        expect(known.find(text, {tags, sentences, blocks: spans}, joined)).toEqual(
          fresh.find(text, {tags, sentences}, whole)
        )
      }),
      {numRuns: 500}
    )
  }
)

function placed(texts: readonly string[]): Span[] {
  let at = 0
  return texts.map((text) => {
    const start = at
    at += text.length + 2
    return {start, end: start + text.length}
  })
}

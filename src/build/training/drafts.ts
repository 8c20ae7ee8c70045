import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {resolveSettings} from '../../config/index.js'
import {formatOf} from '../../format-of.js'
import {formats} from '../../generated/formats.js'
import {rules} from '../../generated/rules.js'
import type {LanguagePack} from '../../languages/define-language.js'
import {name} from '../../lint.js'
import {DraftReader} from '../../model/index.js'
import type {Email} from '../../tree/index.js'
import {checksumOf} from '../models.js'
import type {Example} from './examples.js'
import type {Judgement} from './judgements.js'

/** A labelled draft of `fixtures/drafts`. */
export interface Draft {
  readonly file: string
  readonly lang: string
  /** Quoted words by the id of the rule they offend; an id that is not named is asserted absent. */
  readonly problems: Readonly<Record<string, readonly string[]>>
  readonly unsure: readonly string[]
  readonly email: Email
  readonly checksum: string
}

/** A stretch of a draft as an example. */
export interface Stretch extends Example {
  readonly file: string
  /** Structure speaks for a finding there. */
  readonly bare: boolean
  /** Its draft has no problem at all. */
  readonly clean: boolean
}

const folder = 'fixtures/drafts'

export async function readDrafts(root: string, language: string): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const label of labels(root)) {
    if (label.lang !== language) continue
    const source = readFileSync(path.join(root, folder, label.file))
    const checksum = checksumOf(JSON.stringify(label.problems) + source.toString('latin1'))
    drafts.push({...label, unsure: label.unsure ?? [], email: await emailOf(label.file, source), checksum})
  }
  return drafts.sort((a, b) => (a.file < b.file ? -1 : 1))
}

type Label = Pick<Draft, 'file' | 'lang' | 'problems'> & {readonly unsure?: readonly string[]}

function labels(root: string): Label[] {
  if (!existsSync(path.join(root, folder))) return []
  const files = readdirSync(path.join(root, folder)).filter((file) => /^labels.*\.jsonl$/.test(file))
  return files.sort().flatMap((file) => {
    const lines = readFileSync(path.join(root, folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
    return lines.map((line) => JSON.parse(line) as Label)
  })
}

async function emailOf(file: string, bytes: Buffer): Promise<Email> {
  const {parse} = await formats[formatOf(file)].load()
  const eml = formatOf(file) === 'eml'
  const context = {dialect: undefined, encoding: eml ? ('bytes' as const) : ('utf-8' as const)}
  return (await name(await parse(bytes.toString(eml ? 'latin1' : 'utf8'), context), resolveSettings({}, file, rules)))
    .email
}

/** What a model is asked about in the drafts. Stretches that a label does not decide are left out. */
export function stretchesOf(drafts: readonly Draft[], judgement: Judgement, pack: LanguagePack): Stretch[] {
  return drafts.flatMap(({email, file, problems, unsure}) => {
    if (unsure.includes(judgement.rule)) return []
    const quotes = problems[judgement.rule]?.map(plain)
    if (judgement.findsGood && !quotes) return []
    const reader = new DraftReader(email, pack.normalise)
    const places = judgement.places(email)
    const texts = places.map(({text, start, end}) => plain(text.value.slice(start, end)))
    const has = (text: string) =>
      !judgement.findsGood && quotes !== undefined && (judgement.whole || touches(text, quotes))
    const clean = Object.keys(problems).length === 0
    const judged = places.map((place, at) => ({
      file,
      clean,
      has: has(texts[at] as string),
      bare: judgement.bare(place, email, reader),
      features: reader.featuresOf(place),
      weight: 1,
      tag: 'draft',
      hand: 'draft'
    }))
    // A label quotes the worst of a bad mail; of the rest it does not say that it is fine.
    return quotes && !judgement.findsGood ? judged.filter((each) => each.has) : judged
  })
}

function touches(text: string, quotes: readonly string[]): boolean {
  return text !== '' && quotes.some((quote) => text.includes(quote) || quote.includes(text))
}

/** Quotations are cut out of the file: without its markup and line ends they meet the text as it is read. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,300}>|[*_#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

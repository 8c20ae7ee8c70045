import {contactFacts} from '../src/anatomy/facts.js'
import type {Anatomy} from '../src/anatomy/index.js'
import {sentencesOf} from '../src/anatomy/prose.js'
import type {ResolvedSettings} from '../src/config/index.js'
import {decodeFile} from '../src/decode.js'
import {languages} from '../src/generated/languages.js'
import {rules} from '../src/generated/rules.js'
import {judgeBy, name, parse, rulesOn, settle} from '../src/lint.js'
import {Memory} from '../src/memory.js'
import {createMatcher} from '../src/phrases/index.js'
import {LineIndex, type ParsedEmail, type Span} from '../src/tree/index.js'

/** So many drafts go through a stage before the next one: a clock that ticks coarsely does not matter. */
const atOnce = 50

export async function printStages(drafts: readonly string[], settings: ResolvedSettings): Promise<void> {
  const spent = new Map<string, number>()
  const time: Time = async (stage, run) => {
    const before = process.hrtime.bigint()
    const value = await run()
    const microseconds = Number(process.hrtime.bigint() - before) / 1000
    spent.set(stage, (spent.get(stage) ?? 0) + microseconds / drafts.length)
    return value
  }
  const inside = await insideAnatomy(time)
  for (let at = 0; at < drafts.length; at += atOnce) {
    const some = drafts.slice(at, at + atOnce)
    const parsed = await time('parse (Markdown, front matter, merge tags, map)', () => parseAll(some, settings))
    await inside?.(parsed)
    const read = await time('anatomy (with all of the above but parse)', () => nameAll(parsed, settings))
    await judgeAll(read, settings, time)
  }
  console.log('  microseconds a draft, warm')
  for (const [stage, microseconds] of spent)
    console.log(`    ${stage.padEnd(52)}${microseconds.toFixed(0).padStart(6)}`)
}

type Time = <Value>(stage: string, run: () => Value | Promise<Value>) => Promise<Value>

async function parseAll(drafts: readonly string[], settings: ResolvedSettings): Promise<ParsedEmail[]> {
  const parsed: ParsedEmail[] = []
  for (const draft of drafts) parsed.push(await parse(decodeFile(Buffer.from(draft)), 'markdown', settings))
  return parsed
}

/** Asks the larger parts of the anatomy alone. */
async function insideAnatomy(time: Time) {
  const language = await languages.en?.load()
  if (!language) return undefined
  const matcher = createMatcher(language.lexicon, language.pack.normalise)
  const memory = new Memory<readonly Span[]>()
  return async (parsed: readonly ParsedEmail[]) => {
    const sentences = await time('  prose: sentences', () =>
      parsed.map(({body}) => sentencesOf(body, language.pack, memory))
    )
    await time('  phrases: words and search', () =>
      parsed.map(({body}, at) => matcher.find(body.text, {tags: body.tags, sentences: sentences[at] ?? []}))
    )
    await time('  contacts and addresses', () =>
      parsed.map(({body, headers}) =>
        contactFacts(
          body,
          headers.find((header) => header.name === 'from')
        )
      )
    )
  }
}

async function nameAll(parsed: readonly ParsedEmail[], settings: ResolvedSettings): Promise<Anatomy[]> {
  const read: Anatomy[] = []
  for (const each of parsed) read.push(await name(each, settings))
  return read
}

async function judgeAll(read: readonly Anatomy[], settings: ResolvedSettings, time: Time): Promise<void> {
  const lines = read.map(({email}) => new LineIndex(email.source))
  for (const id of Object.keys(rules)) {
    const setting = settings.rules.get(id)
    if (setting)
      await time(`rule ${id}`, () => read.map((each, at) => judgeBy(id, setting, each, lines[at] as LineIndex)))
  }
  await time('directives', () =>
    read.map(({email}, at) => settle([], rulesOn(settings), email, settings, lines[at] as LineIndex))
  )
}

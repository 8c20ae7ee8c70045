import {type Anatomy, type LoadedLanguage, readAnatomy} from './anatomy/index.js'
import {languageOf} from './anatomy/language.js'
import {type Config, checkedResolver, ownLevel, type ResolvedSettings, type RuleSettings} from './config/index.js'
import {type DecodedFile, decode} from './decode.js'
import {findingOf, inOrder} from './findings.js'
import {fixesOf} from './fix/offer.js'
import {formatOf} from './format-of.js'
import {dialects} from './generated/dialects.js'
import {formats} from './generated/formats.js'
import {languages} from './generated/languages.js'
import {rules} from './generated/rules.js'
import {Memory} from './memory.js'
import type {Opinion} from './model/index.js'
import {createMatcher} from './phrases/index.js'
import type {Finding, Result} from './result.js'
import {allRules, applyDirectives, readDirectives} from './suppress/index.js'
import {type Email, type Format, LineIndex, type ParsedEmail, type Span} from './tree/index.js'

export interface LintOptions {
  /**
   * The draft's name: its ending tells the format, its path which overrides of the configuration hold. Relative to the
   * configuration, with `/`; nothing is read from it.
   */
  readonly file?: string
  /** Goes before what the name tells; Markdown where neither tells. */
  readonly format?: Format
  /** As in a configuration file, but for `extends`. Checked once an object: use one for many drafts and leave it as it is. */
  readonly config?: Config
  /** What holds for this file, already worked out; goes before `config`. */
  readonly settings?: ResolvedSettings
}

/**
 * Judges one draft.
 * @param source the draft as text, or a file's bytes in UTF-8 or UTF-16; an .eml may hold any charset
 * @returns findings in the order of the file; never rejects because of what the draft holds
 * @throws ConfigError where the configuration is wrong; TypeError for a format that does not exist, or a source that is
 * neither text nor bytes
 */
export async function lint(source: string | Uint8Array, options: LintOptions = {}): Promise<Result> {
  return (await lintAndName(source, options)).result
}

/** As `lint`, with the draft as it was read for it. */
export async function lintAndName(
  source: string | Uint8Array,
  options: LintOptions
): Promise<{readonly result: Result; readonly email: Email}> {
  const settings = settingsOf(options)
  const read = await readDraft(source, options, settings)
  const lines = new LineIndex(read.email.source)
  const found = [...judge(read, settings, lines), ...notices(read.email, settings, lines)]
  return {result: settle(found, [...rulesOn(settings), allRules], read.email, settings, lines), email: read.email}
}

/**
 * The draft as Coldread sees it: the tree with its parts named and its facts found.
 * @throws ConfigError and TypeError as `lint` does
 */
export async function anatomy(source: string | Uint8Array, options: LintOptions = {}): Promise<Email> {
  return (await readDraft(source, options, settingsOf(options))).email
}

const noConfig: Config = {}

/** What holds for the draft that the options name. */
export function settingsOf({settings, config, file}: LintOptions): ResolvedSettings {
  return settings ?? checkedResolver(config ?? noConfig, {rules, dialects})(file)
}

async function readDraft(
  source: string | Uint8Array,
  options: LintOptions,
  settings: ResolvedSettings
): Promise<Anatomy> {
  const format = options.format ?? formatOf(options.file)
  checkFormat(format)
  return name(await parse(decode(source), format, settings), settings)
}

export async function parse(
  {source, encoding}: DecodedFile,
  format: Format,
  {dialect}: ResolvedSettings
): Promise<ParsedEmail> {
  const {parse} = await formats[format].load()
  return parse(source, {dialect, encoding: encoding === 'bytes' ? 'bytes' : 'utf-8'})
}

/** Name the parts and find the facts of a parsed draft. */
export async function name(parsed: ParsedEmail, settings: ResolvedSettings): Promise<Anatomy> {
  const language = await languageOf(parsed, settings.language, frequentWords)
  return readAnatomy(parsed, language, await loadLanguage(language.code), settings.sender)
}

/** @throws TypeError for a format that does not exist, as a program without types may name it */
export function checkFormat(format: string): void {
  if (Object.hasOwn(formats, format)) return
  throw new TypeError(`There is no format \`${format}\`: there are ${Object.keys(formats).join(', ')}.`)
}

const frequentWords = Object.fromEntries(
  Object.entries(languages).map(([code, {frequentWords}]) => [code, new Set(frequentWords)])
)

const loaded = new Map<string, Promise<LoadedLanguage>>()

function loadLanguage(code: string | undefined): Promise<LoadedLanguage> | undefined {
  const entry = code === undefined ? undefined : languages[code]
  if (!code || !entry) return undefined
  const known =
    loaded.get(code) ??
    entry.load().then(({pack, lexicon, models}) => ({
      pack,
      matcher: createMatcher(lexicon, pack.normalise),
      modelOf: models,
      opinions: new Memory<Opinion[]>(),
      sentences: new Memory<readonly Span[]>()
    }))
  loaded.set(code, known)
  return known
}

/** Whether a rule can say anything about the draft. */
function runs(id: string, email: Email): boolean {
  return email.proseRead || !rules[id]?.needsLanguage
}

export function judge(read: Anatomy, settings: ResolvedSettings, lines: LineIndex): Finding[] {
  return Object.keys(rules).flatMap((id) => {
    const setting = settings.rules.get(id)
    return setting ? judgeBy(id, setting, read, lines) : []
  })
}

/** What one rule finds. */
export function judgeBy(id: string, {level, options}: RuleSettings, read: Anatomy, lines: LineIndex): Finding[] {
  const rule = rules[id]
  if (!rule || level === 'off' || !runs(id, read.email)) return []
  const problems = rule.check(
    read.email,
    options as Parameters<typeof rule.check>[1],
    read.hits.get(id) ?? [],
    read.judgeFor(id)
  )
  return problems.map((problem, index) =>
    findingOf(id, level, problem, read.email, lines, fixesOf(rule, problem, index, read, options))
  )
}

/**
 * Follows the draft's own directives.
 * @param asked ids of the rules that were asked, and `all` where all were: of another one nobody knows whether it had found something
 */
export function settle(
  found: readonly Finding[],
  asked: readonly string[],
  email: Email,
  settings: ResolvedSettings,
  lines: LineIndex
): Result {
  const {directives, problems} = readDirectives(email, [...Object.keys(rules), 'parse'])
  const ran = new Set(asked.filter((id) => runs(id, email)))
  const {left, suppressed, unused} = applyDirectives(found, directives, email, ran)
  const own = [...problems, ...unused].flatMap((problem) => {
    const level = ownLevel(settings, 'suppression', problem.severity)
    return level === 'off' ? [] : [findingOf('suppression', level, problem, email, lines)]
  })
  return {findings: inOrder([...left, ...own]), suppressed, language: email.language, dialect: email.dialect}
}

/** Ids of what is not switched off. */
export function rulesOn(settings: ResolvedSettings): string[] {
  return [...settings.rules].filter(([, {level}]) => level !== 'off').map(([id]) => id)
}

/** What could not be read as it was meant. */
export function notices(email: Email, settings: ResolvedSettings, lines: LineIndex): Finding[] {
  const level = ownLevel(settings, 'parse', 'warn')
  if (level === 'off') return []
  const unread = email.proseRead || !email.body.text.value.trim() ? [] : [unreadProse(email)]
  return [...email.notices, ...unread].map(({start, end, message}) =>
    findingOf('parse', level, {message, at: {start, end}}, email, lines)
  )
}

function unreadProse(email: Email) {
  const language =
    email.language === undefined ? 'a language that was not recognised' : `the language "${email.language}"`
  const known = Object.keys(languages).join(', ')
  const span = email.body.text.toSource(0, Math.min(1, email.body.text.value.length))
  const message = `The draft is in ${language}, so only its layout, headers and placeholders were judged, not its prose. Languages that are read: ${known}; set \`lang\` in the draft if it is one of them.`
  return {...span, message}
}

import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {packModels} from '../model/packed.js'
import {type Bytes, toBase64} from '../parts.js'
import {packLexicon} from '../phrases/packed.js'
import {buildLexicon} from './lexicon.js'
import {readModels} from './models.js'

/** The registries are the folders: this writes down what stands in them. Nothing it writes is committed. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const out = path.join(root, 'src/generated')
const written = new Set<string>()
/** While training, models that do not fit their examples are left out instead of refused. */
const strict = !process.argv.includes('--untrained')

await generate()

async function generate(): Promise<void> {
  mkdirSync(out, {recursive: true})
  const ids = folders('rules').filter((id) => has(`rules/${id}/index.ts`))
  write('rules.ts', rules(ids))
  write('docs.ts', docs(ids))
  write('dialects.ts', modules('src/dialects', 'dialects', 'Dialect', '../parse/tokens/dialect.js'))
  write('formats.ts', await formats())
  write(
    'reports.ts',
    onDemand('src/report', moduleNames('src/report'), 'reporters', 'Reporter', 'shared/define-reporter.js')
  )
  const commands = folders('src/cli/commands').map((name) => `${name}/index`)
  write('commands.ts', onDemand('src/cli/commands', commands, 'commands', 'CommandSetup', 'define-command.js'))
  await languages(ids)
  for (const file of readdirSync(out)) if (!written.has(file)) rmSync(path.join(out, file))
}

function rules(ids: readonly string[]): string {
  const imports = ids.map((id, index) => `import rule${index} from '../../rules/${id}/index.js'`)
  const types = ids.map((id, index) => `  readonly '${id}': typeof rule${index}`)
  const entries = ids.map((id, index) => `  '${id}': rule${index}`)
  return `import type {Rule} from '../rules/define-rule.js'\n${imports.join('\n')}\n\nexport interface RuleTypes {\n${types.join('\n')}\n}\n\nexport const rules: Readonly<Record<string, Rule>> = {\n${entries.join(',\n')}\n}\n`
}

function docs(ids: readonly string[]): string {
  const entries = ids.map(
    (id) => `  '${id}': ${JSON.stringify(has(`rules/${id}/README.md`) ? read(`rules/${id}/README.md`) : '')}`
  )
  return `export const docs: Readonly<Record<string, string>> = {\n${entries.join(',\n')}\n}\n`
}

function modules(folder: string, name: string, type: string, from: string): string {
  const names = moduleNames(folder)
  const imports = names.map(
    (file, index) => `import module${index} from '../${folder.slice('src/'.length)}/${file}.js'`
  )
  const entries = names.map((file, index) => `  '${file}': module${index}`)
  return `import type {${type}} from '${from}'\n${imports.join('\n')}\n\nexport const ${name}: Readonly<Record<string, ${type}>> = {\n${entries.join(',\n')}\n}\n`
}

/** Modules that are loaded when they are asked for. @param definition the file that has their type, in their folder */
function onDemand(folder: string, modules: readonly string[], name: string, type: string, definition: string): string {
  const from = `../${folder.slice('src/'.length)}`
  const entries = modules.map(
    (file) => `  '${file.replace('/index', '')}': async () => (await import('${from}/${file}.js')).default`
  )
  return `import type {${type}} from '${from}/${definition}'\n\nexport const ${name}: Readonly<Record<string, () => Promise<${type}>>> = {\n${entries.join(',\n')}\n}\n`
}

async function formats(): Promise<string> {
  const entries: string[] = []
  for (const file of moduleNames('src/parse/formats')) {
    const {name, extensions} = (await import(path.join(root, 'src/parse/formats', `${file}.ts`))).default
    entries.push(
      `  ${name}: {name: '${name}', extensions: ${JSON.stringify(extensions)}, load: async () => (await import('../parse/formats/${file}.js')).default}`
    )
  }
  const type = `Readonly<Record<Format, {readonly name: Format; readonly extensions: readonly string[]; load(): Promise<FormatParser>}>>`
  return `import type {FormatParser} from '../parse/define-format.js'\nimport type {Format} from '../tree/index.js'\n\nexport const formats: ${type} = {\n${entries.join(',\n')}\n}\n`
}

async function languages(ids: readonly string[]): Promise<void> {
  const entries: string[] = []
  for (const code of folders('src/languages')) {
    const {default: pack} = await import(path.join(root, 'src/languages', code, 'index.ts'))
    const files = [`src/languages/${code}/phrases.yml`, ...ids.map((id) => `rules/${id}/phrases.${code}.yml`)].filter(
      has
    )
    const lexicon = buildLexicon(pack, root, files, `src/languages/${code}/lists.yml`)
    write(`lexicon-${code}.ts`, inBytes(packLexicon(lexicon)))
    write(`models-${code}.ts`, inBytes(packModels(readModels(root, ids, code, strict))))
    entries.push(
      `  ${code}: {\n    frequentWords: ${JSON.stringify(pack.frequentWords)},\n    load: async () => {\n      const [pack, lexicon, models] = await Promise.all([import('../languages/${code}/index.js'), import('./lexicon-${code}.js'), import('./models-${code}.js')])\n      return {pack: pack.default, lexicon: unpackLexicon(lexicon.default), models: unpackModels(models.default)}\n    }\n  }`
    )
  }
  const type = `Readonly<Record<string, {readonly frequentWords: readonly string[]; load(): Promise<{pack: LanguagePack; lexicon: Lexicon; models: ModelsByRule}>}>>`
  write(
    'languages.ts',
    `import type {LanguagePack} from '../languages/define-language.js'\nimport {type ModelsByRule, unpackModels} from '../model/packed.js'\nimport {unpackLexicon} from '../phrases/packed.js'\nimport type {Lexicon} from '../phrases/types.js'\n\nexport const languages: ${type} = {\n${entries.join(',\n')}\n}\n`
  )
}

/** The command reads the bytes from a file beside it instead: see bundle.ts. */
function inBytes(bytes: Bytes): string {
  return `import {fromBase64} from '../parts.js'\n\nexport default fromBase64('${toBase64(bytes)}')\n`
}

function folders(folder: string): string[] {
  return readdirSync(path.join(root, folder), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .sort()
}

/** Modules of a registry folder: one thing each, as their default export. */
function moduleNames(folder: string): string[] {
  const files = readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
  return files
    .filter((name) => /^export default /m.test(read(`${folder}/${name}`)))
    .map((name) => name.slice(0, -'.ts'.length))
}

function has(file: string): boolean {
  return existsSync(path.join(root, file))
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** What has not changed is left alone: a watcher or a second build beside this one must not see it vanish. */
function write(file: string, text: string): void {
  written.add(file)
  const target = path.join(out, file)
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
}

import {createHash} from 'node:crypto'
import {chmodSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {build, type Plugin} from 'rolldown'
import {lateTables} from './late-tables.js'

/** Commander loads it for commands that are programs of their own, which Coldread has none of; loading it costs a tenth of a start. */
const noPrograms: Plugin = {
  name: 'no-programs',
  resolveId: (id, importer) =>
    id === 'node:child_process' && importer?.includes('commander') ? '\0no-programs' : null,
  load: (id) => (id === '\0no-programs' ? 'export default {}' : null)
}

/** Tables lie in files beside the command: read as they are, they take no decoding and no compiling. */
const tablesInFiles: Plugin = {
  name: 'tables-in-files',
  async load(id) {
    const name = /generated.((?:lexicon|models)-[a-z]+)\.ts$/.exec(id)?.[1]
    if (!name) return null
    const {default: source} = (await import(id)) as {default: Uint8Array}
    this.emitFile({type: 'asset', fileName: `${name}.bin`, source})
    return `import {readFileSync} from 'node:fs'\nexport default readFileSync(import.meta.dirname + '/${name}.bin')`
  }
}

/** A digest of all that was written stands beside it: results that are kept for later runs are those of one build. */
const buildId: Plugin = {
  name: 'build-id',
  generateBundle(_, bundle) {
    const digest = createHash('sha256')
    for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)))
      digest.update(name).update(file.type === 'chunk' ? file.code : file.source)
    this.emitFile({type: 'asset', fileName: 'build-id', source: digest.digest('base64url')})
  }
}

/** The launcher reads ASCII. The bundler writes all else as escapes, but in a tagged template these would be other text. */
const asciiAlone: Plugin = {
  name: 'ascii-alone',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      const found = file.type === 'chunk' ? /.{0,40}[^\0-\x7f]/.exec(file.code)?.[0] : undefined
      if (found) this.error(`Write escapes in this tagged template: ${found}`)
    }
  }
}

const seldom = /from 'node:(?:child_process|crypto|fs\/promises|readline|stream|timers\/promises|worker_threads)'/

/** Parts of Node that take long to load: what needs them is a chunk of its own, so that nothing else waits for them. */
function chunkOf(id: string): string | null {
  const file = /src.(?:cli|config|fix|baseline).*\.ts$/.test(id) ? readFileSync(id, 'utf8') : ''
  return seldom.test(file) ? path.basename(id, '.ts') : null
}

/** What a rule's README says, for an editor to open from a finding. */
const pagesOfRules: Plugin = {
  name: 'pages-of-rules',
  async generateBundle() {
    const {docs} = await import('../generated/docs.js')
    for (const [id, source] of Object.entries(docs)) this.emitFile({type: 'asset', fileName: `rules/${id}.md`, source})
  }
}

/** What every run needs, one that knows all its results too. To open forty files takes longer than to read one. */
const running =
  /src.(?:baseline.node.locate|cli.(?:crew.index|files|git.which|lint|output|progress|session)|config.(?:config-error|globs|merge|own-findings|resolve|sender)|decode|drafts|fix.(?:diff|fix-draft)|format-of|report.(?:pretty|shared.(?:code-frame|finding-for-people|plain-colors|summary)))|node_modules.ignore/
/** What every draft needs. */
const judgement =
  /src.(?:anatomy|config.checked|dialects|evidence|findings|fix|generated.(?:dialects|languages|rules)|languages.define|lint|memory|model|once|parse.(?!eml|formats.(?:eml|html)|html|styles)|parts|phrases|result|rules|suppress|tree|trim-end)|[\\/]rules[\\/][a-z-]+[\\/].*\.ts$/

/** A language with its tables. */
function languageOf(id: string): string | null {
  return /src.(?:languages.|generated.(?:lexicon|models)-)([a-z]{2})\b/.exec(id)?.[1] ?? null
}

// Chunks of their own for what many drafts don't need: the launcher loads a chunk when something in it is asked for.
const groups = [
  {name: chunkOf, debugName: 'seldom'},
  {name: 'domains', test: /node_modules.tldts/},
  {name: 'phones', test: /node_modules.libphonenumber-js/},
  {name: 'links', test: /node_modules.(?:linkify-it|uc\.micro)/},
  {name: 'addresses', test: /src.anatomy.addresses|node_modules.(?:postcode-validator|i18n-iso-countries)/},
  {name: 'native-import', test: /native-import/},
  {name: 'config', test: /src.config.(?:node.(?:find|load|source)\.|validate|schema)/},
  {name: 'write-file', test: /src.fix.write-file/},
  {name: 'yaml', test: /node_modules.yaml/},
  {
    name: 'prose',
    test: /node_modules.(?:array-iterate|nlcst|parse-(?:english|latin)|unist-util-(?:modify|visit)-children)/
  },
  {name: languageOf, debugName: 'languages'},
  {name: 'width', test: /node_modules.(?:string-width|get-east-asian-width|emoji-regex)/},
  {name: 'running', test: running},
  {name: 'judgement', test: judgement}
]

/** The command with its launcher, in a folder of its own. */
export async function bundleCommand(root: string, folder: string): Promise<void> {
  await build({
    input: {main: `${root}src/cli/main.ts`},
    cwd: root,
    logLevel: 'warn',
    platform: 'node',
    // Looks for its compiler beside itself.
    external: ['jiti'],
    preserveEntrySignatures: 'allow-extension',
    // The main file of jsonc-parser is UMD, which a bundler can't follow.
    // Of yaml Node would take the CommonJS files, which are run as soon as they are loaded.
    resolve: {mainFields: ['module', 'main'], alias: {yaml: `${root}node_modules/yaml/browser/index.js`}},
    plugins: [pagesOfRules, noPrograms, tablesInFiles, lateTables, asciiAlone, buildId],
    output: {
      dir: folder,
      // CommonJS starts faster than modules on Node 20, and its code can be kept compiled.
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      charset: 'ascii',
      minify: {compress: true, mangle: {keepNames: true}, codegen: true},
      codeSplitting: {groups, includeDependenciesRecursively: false}
    }
  })
  await build({
    input: {coldread: `${root}src/cli/start.ts`},
    cwd: root,
    logLevel: 'warn',
    platform: 'node',
    output: {dir: folder, format: 'cjs', entryFileNames: '[name].cjs', postBanner: '#!/usr/bin/env node', minify: true}
  })
  chmodSync(`${folder}/coldread.cjs`, 0o755)
}

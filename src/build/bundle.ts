import {chmodSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build, type InputOptions, type OutputOptions} from 'rolldown'
import manifest from '../../package.json' with {type: 'json'}
import {schemaOf} from '../config/schema.js'

/** Writes `dist`: the library with its dependencies outside, and the command as one file with what it seldom needs beside it. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const dependencies = Object.keys(manifest.dependencies)

rmSync(`${root}dist`, {recursive: true, force: true})
await bundle(
  {
    input: {index: `${root}src/index.ts`},
    platform: 'neutral',
    external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`))
  },
  {dir: `${root}dist`, chunkFileNames: 'chunks/[name]-[hash].js'}
)
const minify = {compress: false, mangle: false, codegen: {removeWhitespace: true}}
await bundle(
  // The main file of jsonc-parser is UMD, which a bundler can't follow.
  {input: {main: `${root}src/cli/main.ts`}, platform: 'node', resolve: {mainFields: ['module', 'main']}},
  // CommonJS starts faster than modules on Node 20, and its code can be kept compiled.
  {dir: `${root}dist/cli`, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs', minify}
)
await bundle(
  {input: {coldread: `${root}src/cli/start.ts`}, platform: 'node'},
  {dir: `${root}dist/cli`, format: 'cjs', entryFileNames: '[name].cjs', banner: '#!/usr/bin/env node'}
)
chmodSync(`${root}dist/cli/coldread.cjs`, 0o755)
// Loaded here, after the registry was generated.
const {rules} = await import('../generated/rules.js')
const {dialects} = await import('../generated/dialects.js')
writeFileSync(`${root}dist/schema.json`, `${JSON.stringify(schemaOf(rules, Object.keys(dialects)), null, 2)}\n`)

async function bundle(input: InputOptions, output: OutputOptions): Promise<void> {
  await build({...input, cwd: root, logLevel: 'warn', output: {format: 'esm', ...output}})
}

import {rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'rolldown'
import manifest from '../../package.json' with {type: 'json'}
import {schemaOf} from '../config/schema.js'
import {bundleCommand} from './command.js'

/** Writes `dist`: the library with its dependencies outside, and the command as one file with what it seldom needs beside it. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const dependencies = Object.keys(manifest.dependencies)

rmSync(`${root}dist`, {recursive: true, force: true})
await build({
  input: {index: `${root}src/index.ts`},
  cwd: root,
  logLevel: 'warn',
  platform: 'neutral',
  external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
  output: {dir: `${root}dist`, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js'}
})
await bundleCommand(root, `${root}dist/cli`)
// Loaded here, after the registry was generated.
const {rules} = await import('../generated/rules.js')
const {dialects} = await import('../generated/dialects.js')
writeFileSync(`${root}dist/schema.json`, `${JSON.stringify(schemaOf(rules, Object.keys(dialects)), null, 2)}\n`)

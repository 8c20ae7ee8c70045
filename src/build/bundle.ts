import {rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'rolldown'
import manifest from '../../package.json' with {type: 'json'}
import {bundleCommand} from './command.js'
import {configurationSchema} from './schema.js'

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
writeFileSync(`${root}dist/schema.json`, await configurationSchema())

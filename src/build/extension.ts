import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {build} from 'rolldown'
import {bundleCommand} from './command.js'
import {configurationSchema} from './schema.js'

const require = createRequire(import.meta.url)

/**
 * The VS Code extension as it will be installed, in a folder of its own: what stands in `editors/vscode`, its code in one
 * file, and the command with what it needs beside it.
 */
export async function layOutExtension(root: string, folder: string): Promise<void> {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  for (const name of ['package.json', 'README.md']) cpSync(`${root}editors/vscode/${name}`, path.join(folder, name))
  for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(root + name, path.join(folder, name))
  await bundleExtension(root, folder)
  const server = path.join(folder, 'server')
  await bundleCommand(root, server)
  writeFileSync(path.join(server, 'schema.json'), await configurationSchema())
  copyJiti(path.join(server, 'node_modules/jiti'))
}

/** Packs a folder that holds an extension. */
export function packExtension(folder: string, file: string): void {
  const vsce = require.resolve('@vscode/vsce/vsce')
  const words = ['package', '--no-dependencies', '--allow-missing-repository', '--out', file]
  const {status, stdout, stderr} = spawnSync(process.execPath, [vsce, ...words], {cwd: folder, encoding: 'utf8'})
  if (status !== 0) throw new Error(`vsce could not pack ${folder}:\n${stdout}${stderr}`)
}

async function bundleExtension(root: string, folder: string): Promise<void> {
  await build({
    input: {extension: `${root}editors/vscode/src/extension.ts`},
    cwd: root,
    logLevel: 'warn',
    platform: 'node',
    external: ['vscode'],
    resolve: {mainFields: ['module', 'main']},
    output: {
      dir: folder,
      format: 'cjs',
      entryFileNames: '[name].cjs',
      minify: {compress: true, mangle: {keepNames: true}, codegen: true}
    }
  })
}

/** Reads configurations in TypeScript; it looks for its compiler beside itself, so it is not bundled. */
function copyJiti(target: string): void {
  const source = path.resolve(require.resolve('jiti'), '../..')
  const needed = ['package.json', 'LICENSE', 'dist', 'lib/jiti.cjs', 'lib/jiti.mjs']
  for (const name of needed) cpSync(path.join(source, name), path.join(target, name), {recursive: true})
}

import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {bundleLibrary} from '../../src/build/library.js'
import {root} from './files.js'

/** The package as programs install it, in the folder of a program that has it among its modules. */
export interface BuiltPackage {
  /** The program's folder. */
  readonly folder: string
  /** The package's own. */
  readonly package: string
  /** Runs a TypeScript file of the program. */
  run(file: string): {readonly out: string; readonly err: string}
  /** What the compiler says of the program's files, at its strictest and with the types of all libraries checked. */
  check(...files: string[]): string
  remove(): void
}

export async function buildPackage(): Promise<BuiltPackage> {
  // Below the repository's modules, where the package's dependencies are found as beside an installed one.
  const parent = path.join(root, 'node_modules/.cache')
  mkdirSync(parent, {recursive: true})
  const folder = mkdtempSync(path.join(parent, 'coldread-package-'))
  const installed = path.join(folder, 'node_modules/coldread')
  await bundleLibrary(root, path.join(installed, 'dist'))
  copyFileSync(path.join(root, 'package.json'), path.join(installed, 'package.json'))
  spawn(root, 'node_modules/.bin/tsc', '-p', 'tsconfig.types.json', '--outDir', path.join(installed, 'dist/types'))
  writeFileSync(path.join(folder, 'package.json'), '{"name": "program", "private": true, "type": "module"}')
  const options = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    skipLibCheck: false,
    types: ['node']
  }
  return {
    folder,
    package: installed,
    run: (file) => spawn(folder, process.execPath, '--import', 'tsx', file),
    check(...files) {
      writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions: options, files}))
      return spawn(folder, path.join(root, 'node_modules/.bin/tsc'), '-p', '.').out
    },
    remove: () => rmSync(folder, {recursive: true, force: true})
  }
}

function spawn(cwd: string, program: string, ...args: string[]): {out: string; err: string} {
  const {stdout, stderr} = spawnSync(program, args, {cwd, encoding: 'utf8', env: {...process.env, NO_COLOR: '1'}})
  return {out: stdout, err: stderr}
}

import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** `npm run bench` measures speed, part after part; `npm run bench -- linear html` one part, with its arguments. */
const parts = ['index', 'warm', 'keystroke', 'cache']
const [name, ...rest] = process.argv.slice(2)
const scriptOf = (part: string) => fileURLToPath(new URL(`${part}.ts`, import.meta.url))

if (name !== undefined && !existsSync(scriptOf(name))) throw new Error(`There is no bench/${name}.ts.`)
for (const part of name === undefined ? parts : [name]) {
  const {status} = spawnSync(process.execPath, [...process.execArgv, scriptOf(part), ...rest], {stdio: 'inherit'})
  if (status !== 0) process.exit(status ?? 1)
}

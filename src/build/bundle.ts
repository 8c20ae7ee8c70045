import {rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {bundleCommand} from './command.js'
import {bundleLibrary} from './library.js'
import {configurationSchema} from './schema.js'

/** Writes `dist`: the library with its dependencies outside, and the command as one file with what it seldom needs beside it. */
const root = fileURLToPath(new URL('../../', import.meta.url))

rmSync(`${root}dist`, {recursive: true, force: true})
await bundleLibrary(root, `${root}dist`)
await bundleCommand(root, `${root}dist/cli`)
writeFileSync(`${root}dist/schema.json`, await configurationSchema())

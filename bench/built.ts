import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** The library as programs load it. Sources that are compiled while they run would take a third longer. */
export async function builtLibrary(): Promise<typeof import('../src/index.js')> {
  const file = new URL('../dist/index.js', import.meta.url)
  if (!existsSync(fileURLToPath(file))) throw new Error('There is no dist: run npm run build first.')
  return import(file.href)
}

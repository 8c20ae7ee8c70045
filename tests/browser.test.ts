import {isBuiltin} from 'node:module'
import {fileURLToPath} from 'node:url'
import {build} from 'rolldown'
import {expect, test} from 'vitest'

const entries = ['../src/index.ts', '../src/unified/index.ts'].map((file) =>
  fileURLToPath(new URL(file, import.meta.url))
)

test.each(entries)('the library reaches no module that only Node has from %s', async (entry) => {
  const reached: string[] = []
  await build({
    input: entry,
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'built-in modules',
        resolveId(id, importer) {
          if (!isBuiltin(id)) return null
          reached.push(`${id} from ${importer}`)
          return {id, external: true}
        }
      }
    ]
  })
  expect(reached).toEqual([])
})

test.each(entries)('the library reads no global of Node from %s', async (entry) => {
  const {output} = await build({
    input: entry,
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    external: (id) => !id.startsWith('.') && !id.startsWith('/')
  })
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
  expect(code.match(/\b(?:process|Buffer|__dirname|require)\b[.(]/g) ?? []).toEqual([])
})

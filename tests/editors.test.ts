import {readdirSync} from 'node:fs'
import {type ParseError, parse as parseJsonc} from 'jsonc-parser'
import {parse as parseToml} from 'smol-toml'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Cli} from './support/cli.js'
import {codeBlocks} from './support/code-blocks.js'
import {read, root} from './support/files.js'
import {LanguageServer} from './support/language-server.js'

let cli: Cli

beforeAll(async () => {
  cli = await Cli.build()
}, 60_000)

afterAll(() => cli.remove())

/** Neither Debian nor npm has these editors: what they would read is read, and what they would start is started. */
describe('the recipes for editors that are not here', () => {
  const command = ['coldread', 'lsp', '--stdio']

  it('give a server that answers', async () => {
    const server = new LanguageServer(cli.program, command.slice(1))
    const {serverInfo} = await server.start()
    expect(serverInfo?.name).toBe('coldread')
    expect(await server.stop()).toBe(0)
  })

  it('start it in Helix, beside the servers that it has', () => {
    const [recipe = ''] = codeBlocks('editors/helix.md', 'toml')
    const {'language-server': servers, language: languages} = parseToml(recipe) as {
      'language-server': Record<string, {command: string; args: string[]}>
      language: {name: string; 'language-servers': string[]}[]
    }
    expect([servers.coldread?.command, ...(servers.coldread?.args ?? [])]).toEqual(command)
    expect(languages.filter((each) => !each['language-servers'].includes('coldread'))).toEqual([])
    expect(languages.map(({name}) => name)).toEqual(['markdown', 'html', 'draft', 'mail'])
  })

  it('start it in Zed, for the languages that its settings name', () => {
    const [extension = '', crate = ''] = codeBlocks('editors/zed.md', 'toml')
    const {id, language_servers: servers} = parseToml(extension) as {
      id: string
      language_servers: Record<string, {languages: string[]; language_ids: Record<string, string>}>
    }
    const settings = parseJson(codeBlocks('editors/zed.md', 'json')[0] ?? '')
    const languages = servers.coldread?.languages ?? []
    expect(Object.keys(settings.languages).sort()).toEqual([...languages].sort())
    expect(Object.keys(servers.coldread?.language_ids ?? {}).sort()).toEqual([...languages].sort())
    expect(parseToml(crate)).toHaveProperty('dependencies.zed_extension_api')
    expect(id).toBe('coldread')
    const [code = ''] = codeBlocks('editors/zed.md', 'rust')
    const program = /which\("(\w+)"\)/.exec(code)?.[1]
    expect([program, ...[...code.matchAll(/"([\w-]+)"\.to_string/g)].map(([, word]) => word)]).toEqual(command)
  })

  it('start it in Sublime Text', () => {
    const {clients} = parseJson(codeBlocks('editors/sublime.md', 'json')[0] ?? '')
    expect(clients.coldread.command).toEqual(command)
  })

  it('are each in the list of editors', () => {
    const listed = [...read('editors/README.md').matchAll(/\]\((\w+)\.md\)/g)].map(([, name]) => `${name}.md`)
    const pages = readdirSync(`${root}editors`).filter((name) => name.endsWith('.md') && name !== 'README.md')
    expect(listed.sort()).toEqual(pages.sort())
  })
})

function parseJson(text: string) {
  const errors: ParseError[] = []
  const value = parseJsonc(text, errors)
  expect(errors).toEqual([])
  return value
}

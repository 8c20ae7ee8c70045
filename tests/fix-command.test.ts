import {spawn} from 'node:child_process'
import {chmodSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Cli} from './support/cli.js'
import {isInstalled} from './support/clients.js'

let cli: Cli
const draft = (text: string) => `---\nsubject: Racks for your hall\nlang: en\n---\n\n${text}\n`
const only = ['--rule', 'test-spelling:off', '--rule', 'shouting:warn']

beforeAll(async () => {
  cli = await Cli.build()
  const {out} = await cli.run(['rules'])
  const rules = Object.fromEntries([...out.matchAll(/^([a-z-]+) /gm)].map(([, id = '']) => [id, 'off']))
  cli.file('coldread.config.json', JSON.stringify({rules: {...rules, parse: 'off'}}))
}, 60_000)
afterAll(() => cli.remove())

const loud = 'Hello Ms Okoro,\n\nwe make racks and you will NEVER need others!!'
const calmer = 'Hello Ms Okoro,\n\nwe make racks and you will NEVER need others!'
const calm = 'Hello Ms Okoro,\n\nwe make racks and you will never need others!'

describe('coldread fix', () => {
  it('makes the safe edits, as --fix does', async () => {
    const file = cli.file('safe/a.md', draft(loud))
    const {code, out} = await cli.run(['fix', 'a.md', ...only, '--format', 'compact'], 'safe')
    expect(readFileSync(file, 'utf8')).toBe(draft(calmer))
    expect({code, out: out.split('\n').at(-2)}).toEqual({code: 0, out: '1 warning in 1 draft. 1 edit made.'})
  })

  it('makes the suggestions too where they are asked for, and none the second time', async () => {
    const file = cli.file('all/a.md', draft(loud))
    expect((await cli.run(['fix', '--suggested', 'a.md', ...only], 'all')).out).toBe(
      '1 draft, nothing found. 2 edits made.\n'
    )
    expect(readFileSync(file, 'utf8')).toBe(draft(calm))
    expect((await cli.run(['fix', '--suggested', 'a.md', ...only], 'all')).out).toBe('1 draft, nothing found.\n')
  })

  it('tells programs of both grades, with ranges that hold', async () => {
    cli.file('json/a.md', draft(loud))
    const {out} = await cli.run(['a.md', ...only, '--format', 'json'], 'json')
    const [capitals, marks] = JSON.parse(out)[0].messages
    const put = ({range, text}: {range: [number, number]; text: string}) =>
      draft(loud).slice(0, range[0]) + text + draft(loud).slice(range[1])
    expect(capitals.fix).toBeUndefined()
    expect(capitals.suggestions.map(({desc}: {desc: string}) => desc)).toEqual(['Write it in ordinary letters.'])
    expect(put(capitals.suggestions[0].fix)).toBe(draft(loud.replace('NEVER', 'never')))
    expect(put(marks.fix)).toBe(draft(calmer))
    expect(put(marks.suggestions[0].fix)).toBe(draft(loud.replace('!!', '.')))
  })

  it('shows them as a diff when dry', async () => {
    const file = cli.file('dry/a.md', draft(loud))
    const {out} = await cli.run(['fix', '--suggested', '--fix-dry-run', 'a.md', ...only], 'dry')
    expect(out).toContain(
      '\n-we make racks and you will NEVER need others!!\n+we make racks and you will never need others!\n'
    )
    expect(readFileSync(file, 'utf8')).toBe(draft(loud))
  })

  const head = 'Subject: Racks\r\nContent-Type: text/plain; charset=windows-1256\r\nContent-Language: en\r\n'
  const cp1256 = (text: string) =>
    Buffer.from(Array.from(text, (letter) => (letter === 'é' ? 0xe9 : letter.charCodeAt(0))))
  it.each<[string, string, (text: string) => Buffer]>([
    ['UTF-16 with a byte order mark', 'md', (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le')],
    ['UTF-8 with a byte order mark and CRLF', 'md', (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
    [
      'a message in a charset of its own',
      'eml',
      (text) => cp1256(`${head}\r\n${text.replace(/^---[\s\S]*---\n\n/, '').replaceAll('\n', '\r\n')}\r\ncafé\r\n`)
    ]
  ])('keeps %s', async (_, ending, encode) => {
    const file = cli.file(`kept/a.${ending}`, encode(draft(loud)))
    expect((await cli.run(['fix', file, ...only])).err).toBe('')
    expect(readFileSync(file).equals(encode(draft(calmer)))).toBe(true)
  })

  it.each<[string, string[], string]>([
    ['without a terminal', ['fix', '-i'], '--interactive asks about each edit and needs a terminal'],
    ['with standard input as the draft', ['fix', '-i', '-'], '--interactive reads keys from standard input'],
    ['together with --suggested', ['fix', '-i', '--suggested'], '--interactive and --suggested exclude each other'],
    ['for standard input', ['fix', '-'], '--fix has no file to write to for standard input']
  ])('is refused %s', async (_, args, err) => {
    const ran = await cli.run(args)
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(err)
  })
})

/** Gives a program a terminal of its own. */
const terminal = 'script'

/** Runs in a pseudo-terminal and presses a key at each question. */
function inTerminal(args: string, cwd: string, keys: readonly string[], env: Record<string, string> = {}) {
  const {NO_COLOR: _, FORCE_COLOR: __, VISUAL: ___, EDITOR: ____, ...own} = process.env
  const {program} = cli
  const child = spawn(terminal, ['-qec', `${process.execPath} ${program} ${args}`, '/dev/null'], {
    cwd: path.join(cli.folder, cwd),
    env: {...own, ...env, TERM: 'xterm', COLUMNS: '100'}
  })
  const left = [...keys]
  let out = ''
  let asked = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    const questions = out.split('Make this edit?').length - 1
    for (; asked < questions; asked++) child.stdin.write(left.shift() ?? 'q')
  })
  return new Promise<{code: number | null; out: string}>((resolve) =>
    child.on('close', (code) => resolve({code, out: stripVTControlCharacters(out).replaceAll('\r\n', '\n')}))
  )
}

describe.skipIf(!isInstalled(terminal))('coldread fix --interactive (script, of util-linux)', () => {
  const fixI = `fix -i ${only.join(' ')}`

  it('shows the words, the message and the change, and does as it is told', async () => {
    const file = cli.file('walk/a.md', draft(loud))
    const {code, out} = await inTerminal(`${fixI} a.md`, 'walk', ['n', '?', 'y', 'n'])
    expect(out).toContain('“NEVER” is shouted in capitals')
    expect(out).toContain('^^^^^')
    expect(out).toContain(
      '    -we make racks and you will NEVER need others!!\n    +we make racks and you will never need others!!\n'
    )
    expect(out).toContain('a  make this edit and all others that shouting offers')
    expect(out).toMatch(/\n1 edit made, 1 left\.\n$/)
    expect(readFileSync(file, 'utf8')).toBe(draft(calmer))
    expect(code).toBe(0)
  })

  it('reads the draft anew after each edit, so that later places are right', async () => {
    const file = cli.file('again/a.md', draft(`NEVER!! ${loud} ALWAYS!!`))
    await inTerminal(`${fixI} a.md`, 'again', ['a'])
    const text = readFileSync(file, 'utf8')
    expect(text).not.toMatch(/!!|NEVER|ALWAYS/)
    expect(text.length).toBeGreaterThan(draft(loud).length)
  })

  it('stops at q and keeps what was made', async () => {
    const file = cli.file('stop/a.md', draft(loud))
    cli.file('stop/b.md', draft(loud))
    const {out} = await inTerminal(`${fixI} a.md b.md`, 'stop', ['y', 'q'])
    expect(readFileSync(file, 'utf8')).toBe(draft(loud.replace('NEVER', 'never')))
    expect(out).not.toContain('b.md')
  })

  it('lets the text be changed in an editor', async () => {
    const file = cli.file('edit/a.md', draft(loud))
    const editor = cli.file('edit/editor.sh', '#!/bin/sh\nprintf "not ever" > "$1"\n')
    chmodSync(editor, 0o755)
    await inTerminal(`${fixI} a.md`, 'edit', ['e', 'q'], {EDITOR: editor})
    expect(readFileSync(file, 'utf8')).toBe(draft(loud.replace('NEVER', 'not ever')))
  })

  it('leaves a file that somebody else saved meanwhile, and says so', async () => {
    const file = cli.file('busy/a.md', draft(loud))
    const editor = cli.file('busy/editor.sh', `#!/bin/sh\necho else > ${file}\nprintf "not ever" > "$1"\n`)
    chmodSync(editor, 0o755)
    const {code, out} = await inTerminal(`${fixI} a.md`, 'busy', ['e', 'q'], {EDITOR: editor})
    expect(readFileSync(file, 'utf8')).toBe('else\n')
    expect(out).toContain('a.md: the file changed while it was being fixed, so its fixes were not made')
    expect(code).toBe(2)
  })

  it('ends when the terminal does', async () => {
    const file = cli.file('gone/a.md', draft(loud))
    await inTerminal(`${fixI} a.md`, 'gone', ['\u0003'])
    expect(readFileSync(file, 'utf8')).toBe(draft(loud))
  })
})

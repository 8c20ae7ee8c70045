import {type ChildProcess, spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {type Answer, answersIn, answersTo, lines, mail} from './support/records.js'
import {WorkFolder} from './support/work-folder.js'

let command: BuiltCommand
const folder = new WorkFolder()

beforeAll(async () => {
  command = await buildCommand()
}, 60_000)

afterAll(() => {
  command.remove()
  folder.remove()
})

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly answers: readonly Answer[]
}

function start(args: readonly string[]): ChildProcess & {stdin: NodeJS.WritableStream; stdout: NodeJS.ReadableStream} {
  const child = spawn(process.execPath, [command.program, ...args], {cwd: folder.path})
  child.stdin.on('error', () => undefined)
  return child
}

async function finished(child: ChildProcess): Promise<Ran> {
  const said = {out: '', err: ''}
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said.err += text
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return {code, ...said, answers: answersIn(said.out)}
}

function run(input: string | Buffer, ...args: string[]): Promise<Ran> {
  const child = start(['--no-config', ...args])
  child.stdin.end(input)
  return finished(child)
}

function shell(script: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const path = `${command.bin}:${process.env.PATH}`
  return finished(spawn('bash', ['-c', script], {cwd: folder.path, env: {...process.env, ...env, PATH: path}}))
}

const mails = Array.from({length: 60}, (_, index) => mail(index))

describe('a stream of records', () => {
  test('is answered record by record, in order', async () => {
    const {code, err, answers} = await run(lines(mails), '--ndjson')
    expect({code, err}).toEqual({code: 1, err: ''})
    expect(answers.map(({id}) => id)).toEqual(mails.map(({id}) => id))
    expect(answers.map(({line}) => line)).toEqual(mails.map((_, index) => index + 1))
    expect(answers.at(-1)?.offset).toBe(Buffer.byteLength(lines(mails)))
    for (const {errorCount, warningCount, messages = []} of answers) {
      expect(messages.map(({ruleId}) => ruleId)).toContain('opt-out')
      expect(messages.filter(({severity}) => severity === 2)).toHaveLength(errorCount ?? -1)
      expect(messages.filter(({severity}) => severity === 1)).toHaveLength(warningCount ?? -1)
    }
  })

  test('says for each finding in which field it is, and where there', async () => {
    const record = {
      subject: 'Exclusive offer: don’t miss out',
      text: 'Hi,\r\n\r\nact now!',
      html: '<p>Hi,</p>\r\n<p>We are &#x62;est in class</p>'
    }
    const [answer] = await answersTo(lines([record]))
    const found = answer?.messages?.map(({ruleId, field, line, column, start, end}) => ({
      ruleId,
      field,
      at: `${line}:${column}`,
      words: String(record[field as keyof typeof record]).slice(start, end)
    }))
    expect(found).toContainEqual({ruleId: 'subject-hype', field: 'subject', at: '1:1', words: 'Exclusive offer'})
    expect(found).toContainEqual({ruleId: 'generic-claims', field: 'html', at: '2:11', words: '&#x62;est in class'})
  })

  test.each([
    ['of a record without a final line feed', '{"id":1,"text":"Hi"}', [1]],
    ['behind a byte order mark', '\ufeff{"id":1,"text":"Hi"}\n', [1]],
    [
      'of files that were put together, marks and all',
      '\ufeff{"id":1,"text":"Hi"}\n\ufeff{"id":2,"text":"Hi"}',
      [1, 2]
    ],
    ['with line ends of Windows', '{"id":1,"text":"Hi"}\r\n{"id":2,"text":"Hi"}\r\n', [1, 2]],
    ['among empty lines', '\n{"id":1,"text":"Hi"}\n \r\n\n{"id":2,"text":"Hi"}\n\n', [1, 2]],
    ['with an id that comes again', '{"id":1,"text":"Hi"}\n{"id":1,"text":"Ho"}\n', [1, 1]],
    ['without an id', '{"text":"Hi"}\n', [undefined]]
  ])('is answered %s', async (_, input, ids) => {
    const answers = await answersTo(input)
    expect(answers.map(({id, error}) => error ?? id)).toEqual(ids)
    for (const {messages} of answers) expect(messages).not.toEqual([])
  })

  test('is answered in the same way however it arrives', async () => {
    const input = `\ufeff${lines(mails.slice(0, 3))}nonsense\n\n${lines(mails.slice(3, 5)).trimEnd()}`
    const whole = await answersTo(input)
    expect(whole).toHaveLength(6)
    for (const chunk of [1, 2, 3, 7, 64, 1000]) expect(await answersTo(input, {chunk})).toEqual(whole)
  })

  test('tells ids apart that are too large for numbers', async () => {
    const {out} = await run(
      '{"id":90071992547409931,"text":"Hi"}\n{"id":"90071992547409931","text":"Hi"}\n',
      '--ndjson'
    )
    expect(out).toMatch(/^\{"id":90071992547409931,.*\n\{"id":"90071992547409931",/)
  })

  test('is fine without any record, as a shard may be', async () => {
    expect(await run('', '--ndjson')).toMatchObject({code: 0, out: '', err: 'coldread: no record was read\n'})
  })

  test('answers before it is sent more', async () => {
    const child = start(['--ndjson', '--no-config'])
    const answers = createInterface({input: child.stdout})[Symbol.asyncIterator]()
    for (const id of ['a', 'b']) {
      child.stdin.write(`${JSON.stringify({id, text: 'Hi'})}\n`)
      expect(JSON.parse((await answers.next()).value)).toMatchObject({id})
    }
    child.stdin.end()
    await finished(child)
  })
})

describe('a bad record', () => {
  const good = '{"id":"good","text":"Hi"}'
  test.each<[string, string | Buffer, Partial<Answer>]>([
    ['no JSON', 'Hi there', {error: "the record is no JSON: Unexpected token 'H'"}],
    ['cut in the middle', '{"id":"cut","text":"Hi the', {id: 'cut', error: expect.stringContaining('no JSON')}],
    ['a list', '["Hi"]', {error: 'the record is a list; it must be a JSON object'}],
    ['no content', '{"id":1,"body":"Hi"}', {id: 1, error: expect.stringContaining('no content, text or html')}],
    ['a text that is none', '{"id":1,"text":["Hi"]}', {id: 1, error: 'text is a list; it must be a text'}],
    [
      'a subject that is none',
      '{"id":1,"subject":5,"text":"Hi"}',
      {id: 1, error: 'subject is a number; it must be a text'}
    ],
    [
      'a sender that is none',
      '{"id":1,"from":{"at":"x"},"text":"Hi"}',
      {id: 1, error: 'from is a map; it must be a text'}
    ],
    ['an id that is none', '{"id":{},"text":"Hi"}', {error: 'id is a map; it must be a text or a number'}],
    [
      'an unknown format',
      '{"format":"pdf","content":"Hi"}',
      {error: expect.stringContaining('format is `pdf`; there are')}
    ],
    ['two contents', '{"content":"Hi","html":"Hi"}', {error: expect.stringContaining('leave one of them out')}],
    ['a broken header', '{"text":"Hi","headers":{"X y":"z"}}', {error: expect.stringContaining('`X y` is no name')}],
    [
      'bytes that are no UTF-8',
      Buffer.from('{"id":"\xe9","text":"Hi"}', 'latin1'),
      {error: 'the record is no valid UTF-8'}
    ],
    ['a byte order mark of UTF-16', Buffer.from('\ufeffHi', 'utf16le'), {error: 'the record is no valid UTF-8'}],
    [
      'longer than allowed',
      `{"id":"long","text":"${'x'.repeat(300)}"}`,
      {id: 'long', error: expect.stringContaining('the limit of 200 bytes')}
    ]
  ])('is answered where it is %s', async (_, bad, answer) => {
    const input = Buffer.concat([Buffer.from(`${good}\n`), Buffer.from(bad), Buffer.from(`\n${good}\n`)])
    const answers = await answersTo(input, {most: 200})
    expect(answers.map(({id}) => id)).toEqual(['good', answer.id, 'good'])
    expect(answers[1]).toMatchObject({line: 2, ...answer})
    expect(answers[2]?.messages).toEqual(answers[0]?.messages)
  })

  test('makes the exit code 2 and is counted', async () => {
    const {code, err, answers} = await run(`${good}\n5\n${good}\n`, '--ndjson')
    expect(code).toBe(2)
    expect(err).toBe('coldread: 3 records answered, 1 of which could not be judged: their answers have `error`\n')
    expect(answers).toHaveLength(3)
  })

  test('of 100 MB is not kept', async () => {
    const child = start(['--ndjson', '--no-config'])
    const answers = createInterface({input: child.stdout})[Symbol.asyncIterator]()
    const write = (text: string) => new Promise<void>((resolve) => child.stdin.write(text, () => resolve()))
    await write('{"id":"long","text":"')
    const megabyte = 'x'.repeat(1_000_000)
    for (let count = 0; count < 100; count++) await write(megabyte)
    await write(`"}\n${good}\n`)
    expect(JSON.parse((await answers.next()).value)).toMatchObject({
      id: 'long',
      error: expect.stringContaining('10,000,000'),
      offset: 100_000_024
    })
    expect(JSON.parse((await answers.next()).value)).toMatchObject({id: 'good', line: 2})
    if (process.platform === 'linux') expect(peakMemory(child)).toBeLessThan(300_000)
    child.stdin.end()
    expect(await finished(child)).toMatchObject({code: 2})
  }, 30_000)
})

/** In kilobytes. */
function peakMemory({pid}: ChildProcess): number {
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

describe('the command line', () => {
  test.each<[readonly string[], string]>([
    [['--ndjson', '--fix'], "option '--ndjson' cannot be used with option '--fix'"],
    [['--fields', 'text=body'], 'say --ndjson or --csv'],
    [['--ndjson', '--fields', 'body=x'], 'there is no field `body`'],
    [['--ndjson', 'missing.ndjson'], 'the input could not be read: no such file'],
    [['--ndjson', '--from-offset', '5'], '--from-offset 5 lies inside of a record, which goes from 0 to 21'],
    [['--ndjson', '--from-offset', '22'], '--from-offset 22 lies behind the end: the input has 21 bytes']
  ])('%s is told to be wrong', async (args, message) => {
    const {code, out, err} = await run('{"id":1,"text":"Hi"}\n', ...args)
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('reads a file that is named', async () => {
    folder.write('mails.ndjson', lines(mails.slice(0, 2)))
    expect((await run('', '--ndjson', 'mails.ndjson')).answers).toHaveLength(2)
  })

  test('counts warnings, leaves them out, and asks rules as everywhere', async () => {
    const rules = ['--rule', 'opt-out:off', '--rule', 'subject-vague:warn']
    const all = await run(lines(mails.slice(0, 1)), '--ndjson')
    const quiet = await run(lines(mails.slice(0, 1)), '--ndjson', '--quiet', ...rules)
    const errors = (all.answers[0]?.messages ?? []).filter(({severity}) => severity === 2)
    expect(quiet.answers[0]?.messages).toEqual(errors.filter(({ruleId}) => ruleId !== 'opt-out'))
    const [one, other] = [all.answers[0]?.coldread, quiet.answers[0]?.coldread]
    expect(one?.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/)
    expect(other?.version).toBe(one?.version)
    expect(other?.rules).not.toBe(one?.rules)
    expect(other?.config).not.toBe(one?.config)
  })

  test('ends with 1 above --max-warnings, else with 0 where there is no error', async () => {
    const off = ['contact-block', 'contact-channels', 'opening-identity', 'opt-out', 'physical-address']
    const args = ['--ndjson', ...off.flatMap((rule) => ['--rule', `${rule}:off`])]
    const input = lines([{id: 1, text: 'Dear Ms Okello,\n\nWe sell pipe clamps.'}])
    expect((await run(input, ...args)).code).toBe(0)
    const strict = await run(input, ...args, '--max-warnings', '0')
    expect(strict.code).toBe(1)
    expect(strict.err).toContain('than --max-warnings allows (0)')
  })
})

describe('a run that is cut off', () => {
  const input = lines(mails)

  test('goes on behind any record', async () => {
    const text = `\ufeff${lines(mails.slice(0, 4))}\nnonsense\n${lines(mails.slice(4, 6))}`
    const whole = await answersTo(text)
    for (const [index, {offset}] of whole.entries())
      expect(await answersTo(text, {from: offset})).toEqual(whole.slice(index + 1))
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s has answered whole records, and says where to go on',
    async (signal) => {
      const child = start(['--ndjson', '--no-config'])
      const end = finished(child)
      child.stdin.write(input.slice(0, input.length / 2))
      await new Promise((resolve) => child.stdout.once('data', resolve))
      child.kill(signal)
      const {code, out, err, answers} = await end
      expect(code).toBe(signal === 'SIGINT' ? 130 : 143)
      expect(out.endsWith('}\n')).toBe(true)
      const {offset} = answers.at(-1) ?? {offset: 0}
      expect(err).toBe(
        `coldread: stopped by ${signal}: ${answers.length} records answered; go on with --from-offset ${offset}\n`
      )
      const rest = await run(input, '--ndjson', '--from-offset', String(offset))
      expect([...answers, ...rest.answers].map(({id}) => id)).toEqual(mails.map(({id}) => id))
    }
  )

  test('by nobody reading any more ends quietly', async () => {
    folder.write('mails.ndjson', input)
    const {code, out, err} = await shell('set -o pipefail; coldread --no-config --ndjson < mails.ndjson | head -n 1')
    expect({code, err}).toEqual({code: 141, err: ''})
    expect(answersIn(out)).toHaveLength(1)
  })
})

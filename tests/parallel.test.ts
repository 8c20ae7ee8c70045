import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {isInstalled} from './support/clients.js'
import {answersIn, answersTo, lines, mail} from './support/records.js'
import {WorkFolder} from './support/work-folder.js'

const folder = new WorkFolder()
const input = lines(Array.from({length: 60}, (_, index) => mail(index)))
let command: BuiltCommand

beforeAll(async () => {
  command = await buildCommand()
  folder.write('mails.ndjson', input)
}, 60_000)

afterAll(() => {
  command.remove()
  folder.remove()
})

/** Answers by record: where a record stands is told from the beginning of what one process was given. */
function judged(out: string) {
  return answersIn(out).map(({id, messages}) => ({id, messages}))
}

/** Each begins to count lines anew. GNU parallel's exit code is how many of them did not end with 0. */
function processesOf(out: string): number {
  const count = answersIn(out).filter(({line}) => line === 1).length
  expect(count).toBeGreaterThan(1)
  return count
}

function parallel(options: string, env: Readonly<Record<string, string>> = {}) {
  const script = `parallel --will-cite --pipe --block 16k --keep-order ${options} coldread --no-config --ndjson < mails.ndjson`
  const all = {...process.env, ...env, PATH: `${command.bin}:${process.env.PATH}`}
  const child = spawn('sh', ['-c', script], {cwd: folder.path, env: all})
  const said = {out: '', err: ''}
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text
  })
  return new Promise<{code: number | null; out: string; err: string}>((resolve) =>
    child.on('close', (code) => resolve({code, ...said}))
  )
}

/** What one run without parallel says. */
async function alone() {
  return (await answersTo(input)).map(({id, messages}) => ({id, messages}))
}

// https://www.gnu.org/software/parallel/parallel.html#options: --ssh takes the place of ssh. A login sets SHELL, which
// GNU parallel needs on a host and which an environment without a login (cron, CI) does not have.
const remoteShell = `#!/bin/sh
host=$1; shift
[ "$1" = -- ] && shift
export SHELL=/bin/sh
exec unshare --uts --net sh -c 'hostname "$0" && readlink /proc/self/ns/net >> "$SEEN/$(hostname)" && eval "$*"' "$host" "$@"
`

function hasNamespaces(): boolean {
  return spawnSync('unshare', ['--uts', '--net', 'true']).status === 0
}

describe.skipIf(!isInstalled('parallel'))('under GNU parallel', () => {
  test('blocks of a stream are judged as the stream, in its order', async () => {
    const {code, out, err} = await parallel('--jobs 2')
    expect(err).toBe('')
    expect(code).toBe(processesOf(out))
    expect(judged(out)).toEqual(await alone())
  }, 30_000)

  test.skipIf(!hasNamespaces())(
    'hosts that are reached by a remote shell share the work',
    async () => {
      const shell = folder.write('remote-shell', remoteShell)
      chmodSync(shell, 0o755)
      const seen = path.dirname(folder.write('seen/.keep', ''))
      const {code, out, err} = await parallel(`--ssh ${shell} --sshlogin 1/north,1/south`, {SEEN: seen})
      expect(err).toBe('')
      expect(code).toBe(processesOf(out))
      expect(judged(out)).toEqual(await alone())
      expect(
        readdirSync(seen)
          .filter((name) => name !== '.keep')
          .sort()
      ).toEqual(['north', 'south'])
      const networks = ['north', 'south'].map((host) => readFileSync(path.join(seen, host), 'utf8').split('\n')[0])
      expect(new Set(networks).size).toBe(2)
    },
    30_000
  )
})

import {spawnSync} from 'node:child_process'
import {clients, isInstalled} from './support/clients.js'

/** Installs the programs that users have and tests run against, from Debian's packages, where they are missing. */
const missing = Object.entries(clients).filter(([program]) => !isInstalled(program))
if (missing.length > 0 && isInstalled('apt-get') && process.getuid?.() === 0) {
  run('apt-get', ['update', '-qq'])
  run('apt-get', [
    'install',
    '-qq',
    '-y',
    '--no-install-recommends',
    ...missing.flatMap(([, debian]) => debian.split(' '))
  ])
}
for (const [program, debian] of missing) {
  if (!isInstalled(program))
    console.warn(`SKIPPED: the tests with ${program} (Debian's ${debian}), which cannot be installed here.`)
}

function run(program: string, words: readonly string[]): void {
  spawnSync(program, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
  })
}

import {spawnSync} from 'node:child_process'

/** Programs that some tests run against, and the Debian packages that have them, with what they need beside them. */
export const clients: Readonly<Record<string, string>> = {
  chromium: 'chromium',
  emacs: 'emacs-nox elpa-eglot',
  git: 'git',
  nvim: 'neovim',
  parallel: 'parallel',
  'pre-commit': 'pre-commit',
  script: 'bsdutils'
}

/** Whether a program can be run here. Tests are skipped by its name where it cannot: `describe.skipIf(!isInstalled('nvim'))`. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$0"', program], {stdio: 'ignore'}).status === 0
}

import {spawnSync} from 'node:child_process'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {codeBlocks} from './support/code-blocks.js'
import {Editor, spelling, type Visit} from './support/editor.js'
import {root} from './support/files.js'

let editor: Editor

beforeAll(async () => {
  editor = await Editor.build()
}, 60_000)

afterAll(() => editor.remove())

const hasEglot = spawnSync('emacs', ['--batch', '-l', 'eglot'], {stdio: 'ignore'}).status === 0

describe.skipIf(!hasEglot)('editors/emacs.md', {timeout: 60_000}, () => {
  const [recipe = ''] = codeBlocks('editors/emacs.md', 'elisp')

  function inEmacs(name: string, text: string, task?: Visit['task']) {
    const visit = {name, text, ...(task && {task})}
    return editor.visit<{findings: {text: string; words: string}[]}>(visit, (place) => [
      ...['emacs', '--batch', '-l', place('init.el', recipe), '-l', `${root}tests/support/emacs.el`]
    ])
  }

  const header = 'Subject: Exclusive offer 𝒜 for Café Okello\n'
  const body = 'Dear Ms Okello,\n\nWe sell racks. Café 𝒜: buy teh racks now.\n'

  it.each([
    ['txt', `${header}\n${body}`],
    ['eml', `${header}Content-Type: text/plain; charset=utf-8\n\n${body}`],
    ['html', `<!-- ${header.trim().replace('Subject', 'subject')} -->\n<p>Buy teh racks now.</p>\n`]
  ])('marks words in a draft that ends in .%s', async (ending, text) => {
    const {findings, saved} = await inEmacs(`emacs/draft.${ending}`, text)
    const hype = findings.find((each) => each.text.includes('[subject-hype]'))
    expect(hype?.words).toBe('Exclusive offer')
    expect(saved).toBe(text)
  })

  it('makes the edit that the user picks', async () => {
    editor.cli.file('emacs-edit/coldread.config.json', spelling)
    const text = `${header}\n${body}`
    const {saved} = await inEmacs('emacs-edit/draft.txt', text, {at: '[test-spelling]', pick: 'Spell it.'})
    expect(saved).toBe(text.replace('teh', 'the'))
  })
})

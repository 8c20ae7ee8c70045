import {describe, expect, it} from 'vitest'
import {glanceAt} from '../src/glance.js'
import {anatomy} from '../src/lint.js'

const glance = async (text: string, format: 'markdown' | 'html' | 'eml' = 'markdown') =>
  glanceAt(await anatomy(text, {format}))

describe('a glance at a draft', () => {
  it('counts what the sender wrote to be read, and how long that takes', async () => {
    const signature = 'Anna Whitlock\nHarrowgate Racks Ltd, 9 Dock Row, Leeds LS1 1AA\n01632 960 231\n'
    const {words, seconds} = await glance(
      `---\nsubject: Racks\nlang: en\n---\n\nDear Ms Okello,\n\n${'We make pallet racks — in twelve days. '.repeat(34)}\n\nKind regards\n\n${signature}`
    )
    expect(words).toBe(3 + 34 * 7 + 2)
    expect(seconds).toBe(61)
  })

  it('cuts the inbox line as a phone does, between whole characters', async () => {
    const {subject, preview} = await glance(`---\nsubject: ${'👩‍👧'.repeat(50)}\n---\n\n${'نامه '.repeat(40)}\n`)
    expect(subject).toBe(`${'👩‍👧'.repeat(40)}…`)
    expect(preview).toBe(`${'نامه '.repeat(16).trim()}…`)
  })

  it('shows the preheader before the text', async () => {
    const {preview} = await glance(
      '<!-- subject: Racks --><div style="display:none">Ready in twelve days</div><p>Dear Ms Okello,</p>',
      'html'
    )
    expect(preview).toBe('Ready in twelve days')
  })

  it('decodes the subject of a message, and finds nothing in nothing', async () => {
    const {subject} = await glance('Subject: =?utf-8?q?Regale_f=C3=BCr_Sie?=\r\n\r\nHallo\r\n', 'eml')
    expect(subject).toBe('Regale für Sie')
    expect(await glance('')).toEqual({words: 0, seconds: 0, subject: '', preview: ''})
  })
})

import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

/** Lets a person change a text in the editor of their own; the text as it was where there is none, or it failed. */
export function edited(text: string): string {
  const editor = process.env.VISUAL || process.env.EDITOR
  if (!editor) return text
  const folder = mkdtempSync(path.join(tmpdir(), 'coldread-edit-'))
  const file = path.join(folder, 'edit.txt')
  try {
    // What parts the text from its neighbours is no business of the editor.
    const inner = text.trim()
    const before = text.slice(0, text.length - text.trimStart().length)
    const after = text.slice(before.length + inner.length)
    writeFileSync(file, `${inner}\n`)
    const {status} = spawnSync(`${editor} "$COLDREAD_EDIT"`, {
      shell: true,
      stdio: 'inherit',
      env: {...process.env, COLDREAD_EDIT: file}
    })
    return status === 0 ? before + readFileSync(file, 'utf8').replace(/\r?\n$/, '') + after : text
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

export function hasEditor(): boolean {
  return Boolean(process.env.VISUAL || process.env.EDITOR)
}

import {read} from './files.js'

/** The code blocks of a page for users, by language. */
export function codeBlocks(page: string, language: string): string[] {
  return [...read(page).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, lang, text = '']) =>
    lang === language ? [text] : []
  )
}

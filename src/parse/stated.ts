import type {Header} from '../tree/index.js'

/** The language that a header or a front matter key states. */
export function statedLanguage(headers: readonly Header[]): string | undefined {
  const header = headers.find(({name}) => name === 'lang' || name === 'language' || name === 'content-language')
  const tag = header?.text.value.split(',')[0]?.trim()
  return tag && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(tag) ? tag : undefined
}

/** The dialect that a `dialect:` line near the top of the file states; needed before anything else is parsed. */
export function statedDialect(source: string): string | undefined {
  const top = source.slice(0, 4000).toLowerCase()
  if (!top.includes('dialect')) return undefined
  return /^(?:x-coldread-)?dialect[ \t]*:[ \t]*["']?([\w-]{1,40})/m.exec(top)?.[1]
}

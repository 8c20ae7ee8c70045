import type {Email} from '../../src/tree/index.js'

/** Whether the buyer has had an earlier mail: a thread is named or quoted, or the draft is a later step of a sequence. */
export function isReply({headers, sections, body}: Email): boolean {
  return (
    headers.some(({name, text}) => /^(?:in-reply-to|references)$/.test(name) && text.value.trim() !== '') ||
    headers.some(({name, text}) => name === 'step' && Number(text.value) > 1) ||
    sections.some(({name}) => name === 'quoted-thread') ||
    body.blocks.some(({kind}) => kind === 'quote')
  )
}

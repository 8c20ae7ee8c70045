import type {Attachment, Coding, Header, MappedText, Notice} from '../../tree/index.js'
import {decodeBody} from './body.js'
import {charsetNamed} from './charset.js'
import {decodeValue} from './encoded-words.js'
import {fieldValue} from './fields.js'
import {decodeFields} from './headers.js'
import {type Leaf, PartReader} from './multipart.js'
import {readParameters} from './parameters.js'

export interface TextPart {
  readonly mediaType: 'text/plain' | 'text/html'
  readonly text: MappedText
  /** The charset it was read in, by the platform's name. */
  readonly charset: string
  readonly coding: Coding
  readonly contentLanguage: string | undefined
  /** Id of the multipart/alternative it stands in, or -1. */
  readonly alternativeOf: number
}

export interface Message {
  /** All headers of the top message, in order. */
  readonly headers: Header[]
  readonly parts: TextPart[]
  readonly attachments: Attachment[]
  readonly notices: Notice[]
}

/**
 * Reads an RFC 5322 message. No byte of an attachment is decoded.
 * @param source the whole file
 * @param encoding `bytes`: each character is one byte, for a file that is no UTF-8
 */
export function readMessage(source: string, encoding: 'utf-8' | 'bytes'): Message {
  const bytes = encoding === 'bytes'
  const reader = new PartReader(source, markLength(source))
  const message: Message = {headers: [], parts: [], attachments: [], notices: [...reader.notices]}
  for (const leaf of reader.leaves) {
    const mediaType = leaf.type.value
    const disposition = readParameters(fieldValue(source, leaf.fields, 'content-disposition'))
    const isText = mediaType === 'text/plain' || mediaType === 'text/html'
    if (isText && disposition.value !== 'attachment') {
      const {alternativeOf, contentLanguage} = leaf
      message.parts.push({
        mediaType,
        alternativeOf,
        contentLanguage,
        ...decodeBody(leaf, source, bytes, message.notices)
      })
    } else if (disposition.value === 'attachment' || !isOtherWording(leaf)) {
      const name = disposition.parameters.get('filename') ?? leaf.type.parameters.get('name') ?? ''
      message.attachments.push(attachmentOf(leaf, bytes, name))
    }
  }
  return {...message, headers: decodeFields(source, reader.fields, bytes, headerCharset(reader.leaves))}
}

/** A byte order mark at the start of the file, as text or as the bytes of UTF-8. */
function markLength(source: string): number {
  if (source.startsWith('\uFEFF')) return 1
  return source.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0
}

/** An AMP or calendar rendering of the mail beside its text is no attachment. */
function isOtherWording(leaf: Leaf): boolean {
  return leaf.alternativeOf !== -1 && leaf.type.value.startsWith('text/')
}

/** Its span is its header lines; without any, its content. */
function attachmentOf(leaf: Leaf, bytes: boolean, written: string): Attachment {
  const first = leaf.fields[0]
  const last = leaf.fields.at(-1)
  const span = first && last ? {start: first.nameSpan.start, end: last.value.end} : leaf.body
  const name = decodeValue({source: written, bytes, start: 0, end: written.length}).value
  return {type: 'attachment', name, mediaType: leaf.type.value, source: span}
}

/** Header bytes without encoded words are most often in the charset of the text. */
function headerCharset(leaves: readonly Leaf[]): string | undefined {
  const label = leaves[0]?.type.parameters.get('charset')
  const charset = label === undefined ? undefined : charsetNamed(label)
  return charset === 'windows-1252' || charset?.startsWith('utf-16') ? undefined : charset
}

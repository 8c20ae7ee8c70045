import {z} from 'zod'
import {formats} from '../generated/formats.js'
import type {Format} from '../tree/index.js'

/** In UTF-16 units. Mail programs cut letters off long before: Gmail at 102 KB. */
const longestText = 250_000

export const format = z
  .enum(Object.keys(formats) as Format[])
  .describe(
    'How the text is written. markdown: front matter (---, subject: …, ---), then Markdown. text: header lines (Subject: …), an empty line, the body. html: a document or fragment. eml: a whole message with its headers.'
  )

export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/, 'write a BCP 47 tag such as en, fa or en-GB')
  .optional()
  .describe('BCP 47 tag, for a draft that does not state its language; recognised from the words where none is given.')

const text = z
  .string()
  .max(longestText, `a draft of at most ${longestText.toLocaleString('en-US')} characters is read`)
  .describe('The whole draft, subject and signature included.')

const savedAs = z
  .string()
  .min(1)
  .max(4096)
  .optional()
  .describe('Where the draft will be saved, relative to the project: overrides of the configuration hold by path.')

/** What the tools for a text ask. */
export const draftInput = {text, format, language, saved_as: savedAs}

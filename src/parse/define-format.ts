import type {Format, ParsedEmail} from '../tree/index.js'

export interface ParseContext {
  /** Dialect that the configuration names; a draft's own word goes before it. */
  readonly dialect: string | undefined
  /** `bytes` where each character of the source is one byte, because the file is no valid UTF-8. */
  readonly encoding: 'utf-8' | 'bytes'
}

export interface FormatParser {
  readonly name: Format
  /** File name endings, with the dot. */
  readonly extensions: readonly string[]
  /** Never throws: what can't be read becomes a notice. */
  parse(source: string, context: ParseContext): Promise<ParsedEmail>
}

export function defineFormat(format: FormatParser): FormatParser {
  return format
}

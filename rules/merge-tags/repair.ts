import type {Token} from '../../src/tree/index.js'

export interface Repair {
  readonly text: string
  readonly syntax: string
  /** Only signs that close the tag were missing, and nothing else can have been meant. */
  readonly certain: boolean
}

const field = /^[\p{L}_][\p{L}\p{N}_. ]*$/u

/** A broken tag with the signs that it lacks. @param families the syntaxes of the draft's other tags */
export function repaired({raw, syntax, name = ''}: Token, families: ReadonlySet<string>): Repair | undefined {
  switch (syntax) {
    case 'curly1':
    case 'curly2':
      return inBraces(raw, families)
    case 'mailchimp':
      return {text: `*|${name}|*`, syntax, certain: /^\*\|[A-Z0-9_:]+(?:\||\*)?$/.test(raw)}
    case 'percent':
      return /^%[^%]+$/.test(raw) ? {text: `${raw}%`, syntax, certain: false} : undefined
    case 'dollar':
      return field.test(name) ? {text: `\${${name}}`, syntax, certain: false} : undefined
    case 'liquid':
      return /[%}]$/.test(raw) ? {text: `${raw.slice(0, -1).trimEnd()} %}`, syntax, certain: false} : undefined
    default:
      return undefined
  }
}

/** Of `{{name}` and `{ {name} }` one reading is possible; of `{name}}` two, and the draft's other tags choose. */
function inBraces(raw: string, families: ReadonlySet<string>): Repair | undefined {
  const apart = /\{ \{|\} \}/.test(raw)
  const inner = raw.replace(/[{}]/g, '')
  const core = apart ? inner.trim() : inner
  if (!field.test(core.trim())) return undefined
  const certain = apart || /^\{\{[^{}]+\}$/.test(raw)
  if (certain || /^[^{]+\}\}$/.test(raw)) return {text: `{{${core}}}`, syntax: 'curly2', certain}
  if (families.has('curly2')) return {text: `{{${core}}}`, syntax: 'curly2', certain: false}
  return families.has('curly1') ? {text: `{${core}}`, syntax: 'curly1', certain: false} : undefined
}

import {dialects} from '../../src/generated/dialects.js'
import {familyOf, marks} from '../../src/parse/tokens/dialect.js'
import type {Email, Token} from '../../src/tree/index.js'
import {fieldOf} from './fields.js'

/** What the draft's sequencer fills. */
export function tagsOf({tokens}: Email): Token[] {
  return tokens.filter(({kind, syntax}) => kind === 'tag' && syntax !== 'foreign')
}

/** The tag of the same field: as the draft writes it elsewhere, else as its sequencer has it for everybody. */
export function tagFor({name, syntax}: Token, email: Email): string | undefined {
  const field = name === undefined ? undefined : fieldOf(name)
  if (field === undefined) return undefined
  const main = mainFamily(email)
  const tags = tagsOf(email).filter((tag) => familyOf(tag.syntax) === main && tag.syntax !== syntax)
  const same = tags.find((tag) => fieldOf(tag.name ?? '') === field)
  const written = same?.raw ?? documented(field, email.dialect, [familyOf(syntax), main])
  // Signs that HTML and quoted-printable have a use of their own for.
  return written && /[<>&=]/.test(written) ? undefined : written
}

/** @param families of what is to be replaced, which it must not have, and of the draft's other tags, which it must */
function documented(
  field: string,
  name: string | undefined,
  [own, others]: readonly [string, string | undefined]
): string | undefined {
  const {tags, fields} = (name === undefined ? undefined : dialects[name]) ?? {}
  const syntax = tags?.[0]
  const family = syntax && familyOf(syntax)
  if (!syntax || family === own || (others !== undefined && family !== others)) return undefined
  const pair = marks[syntax]
  const known = fields?.find((each) => fieldOf(each) === field)
  return pair && known && `${pair[0]}${known}${pair[1]}`
}

/** The syntax that most tags of the draft have. */
function mainFamily(email: Email): string | undefined {
  const counts = new Map<string, number>()
  for (const {syntax} of tagsOf(email)) counts.set(familyOf(syntax), (counts.get(familyOf(syntax)) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

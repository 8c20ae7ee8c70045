import {safely, suggest} from '../../src/fix/suggest.js'
import {contentOfBody, editOf, fromFile} from '../../src/fix/written/content.js'
import {dialects} from '../../src/generated/dialects.js'
import {familyOf, marks} from '../../src/parse/tokens/dialect.js'
import type {Edit, Fix, Problem} from '../../src/rules/define-rule.js'
import type {Email, Token} from '../../src/tree/index.js'
import {fieldOf} from './fields.js'
import {type Repair, repaired} from './repair.js'

export function fix({at}: Problem, email: Email): Fix[] {
  const token = email.tokens.find((each) => each === at)
  if (!token) return []
  const repair = isBroken(token) ? repairIn(token, email) : undefined
  if (repair) return (repair.certain ? safely : suggest)('Complete the tag.', written(token, repair.text, email))
  const tag = isBroken(token) ? undefined : tagFor(token, email)
  return tag && tag !== token.raw ? suggest(`Write “${tag}”.`, written(token, tag, email)) : []
}

/** In an encoded header, or coded together with other characters, the tag has no place of its own. */
function written(token: Token, text: string, email: Email): Edit[] {
  const {start, end, coded, raw} = token
  if (coded && !coded.exact) return []
  const content = contentOfBody(email)
  const span = content && fromFile(content, token)
  if (content?.part && span && content.value.slice(span.start, span.end) === raw) {
    const edit = editOf(content, span, text)
    return edit ? [edit] : []
  }
  return email.source.slice(start, end) === raw ? [{start, end, text}] : []
}

function isBroken({kind, syntax}: Token): boolean {
  return kind === 'broken' && syntax !== 'foreign'
}

/** A repair into a second syntax would only be the next thing to mend. */
function repairIn(token: Token, email: Email): Repair | undefined {
  const families = new Set(tagsOf(email).map(({syntax}) => familyOf(syntax)))
  const repair = repaired(token, families)
  if (!repair) return undefined
  const own = familyOf(repair.syntax)
  const stated = email.dialect === undefined ? undefined : dialects[email.dialect]?.tags
  if (stated && !stated.some((syntax) => familyOf(syntax) === own)) return undefined
  return [...families].every((family) => family === own) ? repair : undefined
}

function tagsOf({tokens}: Email): Token[] {
  return tokens.filter(({kind, syntax}) => kind === 'tag' && syntax !== 'foreign')
}

/** The tag of the same field: as the draft writes it elsewhere, else as its sequencer has it for everybody. */
function tagFor({name, syntax}: Token, email: Email): string | undefined {
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

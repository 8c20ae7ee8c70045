import {safely, suggest} from '../../src/fix/suggest.js'
import {dialects} from '../../src/generated/dialects.js'
import {familyOf, marks} from '../../src/parse/tokens/dialect.js'
import type {Fix, Problem} from '../../src/rules/define-rule.js'
import type {Email, Token} from '../../src/tree/index.js'
import {fieldOf} from './fields.js'
import {type Repair, repaired} from './repair.js'

export function fix({at}: Problem, email: Email): Fix[] {
  const token = email.tokens.find((each) => each === at)
  if (!token || !isPlain(token)) return []
  const repair = isBroken(token) ? repairIn(token, email) : undefined
  if (repair) {
    const edits = [{start: token.start, end: token.end, text: repair.text}]
    return repair.certain ? safely('Complete the tag.', edits) : suggest('Complete the tag.', edits)
  }
  const tag = isBroken(token) ? undefined : known(token, email)
  if (!tag || tag === token.raw) return []
  return suggest(`Write “${tag}”.`, [{start: token.start, end: token.end, text: tag}])
}

/** Coded together with other characters it has no place of its own. */
function isPlain({coded}: Token): boolean {
  return coded === undefined || coded.exact
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
function known({name, syntax}: Token, email: Email): string | undefined {
  const field = name === undefined ? undefined : fieldOf(name)
  if (field === undefined) return undefined
  const main = mainFamily(email)
  const tags = tagsOf(email).filter((tag) => familyOf(tag.syntax) === main && tag.syntax !== syntax)
  const same = tags.find((tag) => fieldOf(tag.name ?? '') === field)
  const written = same?.raw ?? documented(field, email.dialect)
  // Signs that HTML and quoted-printable have a use of their own for.
  return written && /[<>&=]/.test(written) ? undefined : written
}

function documented(field: string, name: string | undefined): string | undefined {
  const {tags, fields} = (name === undefined ? undefined : dialects[name]) ?? {}
  const pair = tags?.[0] && marks[tags[0]]
  const own = fields?.find((each) => fieldOf(each) === field)
  return pair && own && `${pair[0]}${own}${pair[1]}`
}

/** The syntax that most tags of the draft have. */
function mainFamily(email: Email): string | undefined {
  const counts = new Map<string, number>()
  for (const {syntax} of tagsOf(email)) counts.set(familyOf(syntax), (counts.get(familyOf(syntax)) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

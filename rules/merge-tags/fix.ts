import {safely, suggest} from '../../src/fix/suggest.js'
import {contentOfBody, editOf, fromFile} from '../../src/fix/written/content.js'
import {dialects} from '../../src/generated/dialects.js'
import {familyOf} from '../../src/parse/tokens/dialect.js'
import type {Edit, Fix, Problem} from '../../src/rules/define-rule.js'
import type {Email, Token} from '../../src/tree/index.js'
import {tagFor, tagsOf} from './known-tags.js'
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

import type {Fix, FixContext, Problem} from '../rules/define-rule.js'
import type {Email, FactKind} from '../tree/index.js'
import {suggest} from './suggest.js'
import {subjectEdit} from './written/subject.js'

/** What inboxes on phones show, and what names a thing with something about it. */
const longest = 70
const shortest = 10

/** A subject that names the thing: what the draft's own sentence offers, else what the configuration says is sold. */
export function plainSubject(
  _problem: Problem,
  email: Email,
  {sender, wording}: Pick<FixContext<never>, 'sender' | 'wording'>
): Fix[] {
  const sentences = [...offering(email), ...(sender?.description ? [sender.description] : [])]
  for (const sentence of sentences) {
    const thing = wording?.offerIn(sentence)
    if (thing === undefined || thing.length < shortest || thing.length > longest || !thing.includes(' ')) continue
    const edit = subjectEdit(email, thing.charAt(0).toUpperCase() + thing.slice(1))
    return suggest('Name what is offered, and nothing else.', edit ? [edit] : [])
  }
  return []
}

/** Sentences that offer something, then those that say who writes, which often tell the trade. */
function offering({facts, sentences, body, sections}: Email): string[] {
  const quoted = sections.find(({name}) => name === 'quoted-thread')?.start ?? body.text.value.length
  const own = facts.filter(({text, start}) => text === body.text && start < quoted)
  const saying = (kind: FactKind) => {
    const said = own.filter((fact) => fact.kind === kind)
    return sentences.filter(({start, end}) => said.some((fact) => fact.start >= start && fact.start < end))
  }
  const told = new Set([...saying('offer'), ...saying('who')])
  return Array.from(told, ({start, end}) => body.text.value.slice(start, end))
}

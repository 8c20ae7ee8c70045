import type {Fix, FixContext, Problem} from '../rules/define-rule.js'
import type {Email} from '../tree/index.js'
import {suggest} from './suggest.js'
import {subjectEdit} from './written/subject.js'

/** What inboxes on phones show, and what names a thing with something about it. */
const longest = 70
const shortest = 10

/** A subject that names the thing: what the draft's own sentence offers, else what the configuration says is sold. */
export function plainSubject(_problem: Problem, email: Email, {sender, wording}: FixContext<never>): Fix[] {
  const sentences = [...offering(email), ...(sender?.description ? [sender.description] : [])]
  for (const sentence of sentences) {
    const thing = wording?.offerIn(sentence)
    if (thing === undefined || thing.length < shortest || thing.length > longest || !thing.includes(' ')) continue
    const edit = subjectEdit(email, thing.charAt(0).toUpperCase() + thing.slice(1))
    return suggest('Name what is offered, and nothing else.', edit ? [edit] : [])
  }
  return []
}

function offering({facts, sentences, body, sections}: Email): string[] {
  const quoted = sections.find(({name}) => name === 'quoted-thread')?.start ?? body.text.value.length
  const offers = facts.filter(({kind, text, start}) => kind === 'offer' && text === body.text && start < quoted)
  const said = sentences.filter(({start, end}) => offers.some((offer) => offer.start >= start && offer.start < end))
  return said.map(({start, end}) => body.text.value.slice(start, end))
}

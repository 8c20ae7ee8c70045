import type {Email, Place} from '../../src/tree/index.js'

const silent: readonly string[] = ['signature', 'footer', 'quoted-thread']

/** What the sender says to the buyer: not the card, the small print or somebody else's mail. */
export function spokenParts({sections, body}: Email): Place[] {
  return sections.filter(({name}) => !silent.includes(name)).map(({start, end}) => ({text: body.text, start, end}))
}

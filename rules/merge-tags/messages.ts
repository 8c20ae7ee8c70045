import type {Token} from '../../src/tree/index.js'

/** What each shape of leftover is, why it costs and what to write instead. */
const LEFTOVERS: Readonly<Record<string, string>> = {
  brackets:
    'is a placeholder that nobody filled in, and it reaches the buyer as it stands. Write the value or a merge tag.',
  angles:
    'is a placeholder that nobody filled in, and many mail programs swallow it whole. Write the value or a merge tag.',
  x: 'stands where a word was to be filled in, and the buyer sees a form letter. Write the word.',
  blank: 'is a blank that nobody filled in, and the buyer sees a form letter. Write the word.',
  'dummy-text': 'is dummy text, and the buyer sees that nobody read the mail. Write what you mean or delete it.',
  'to-do':
    'is a note to yourself, and the buyer sees an unfinished mail. Write what is settled or leave the point out.',
  'field-name':
    'is the bare name of a field, which no sequencer fills. Write it as a merge tag or put the value there.',
  'empty-slot':
    'has no name where one belongs, and the buyer sees that a list was mailed. Write the name, or a greeting that needs none.'
}

export function leftoverMessage({raw, syntax}: Token): string {
  return `“${raw}” ${LEFTOVERS[syntax] ?? LEFTOVERS.brackets}`
}

export function brokenMessage({raw, syntax, name}: Token): string {
  if (syntax === 'foreign') {
    return `“${raw}” is no tag of this draft's sequencer, so the buyer gets it as it stands. Write it in the sequencer's own syntax.`
  }
  const remedy = name ? `Put the same signs before and after “${name}”.` : 'Complete it or delete it.'
  return `“${raw}” is a broken merge tag, so the buyer gets it as it stands. ${remedy}`
}

export function mixMessage(odd: Token, main: Token): string {
  return `“${odd.raw}” and “${main.raw}” are tags of two syntaxes; a sequencer fills one and the buyer gets the other as it stands. Write both in the sequencer's own syntax.`
}

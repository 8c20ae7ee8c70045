import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** Drafts of about 1 KB of Markdown, the same on every machine: no two alike, none copied from a real mail. */
export function writeCorpus(folder: string, count: number): void {
  mkdirSync(folder, {recursive: true})
  corpora.recombined(count).forEach((draft, index) => {
    writeFileSync(path.join(folder, `${String(index).padStart(5, '0')}.md`), draft)
  })
}

const seed = 20_261_121

/** How much drafts have in common decides what remembering is worth. */
export const corpora = {
  /** Sentences that come back in other places; names, figures, lists and signatures of each draft's own. */
  recombined: (count: number) => made(count, draft),
  /** One template to many buyers: greeting, one sentence and the ask differ. */
  'mail merge': (count: number) => made(count, merged),
  /** Hardly a sentence comes twice. */
  unlike: (count: number) => made(count, unlike)
} as const

function made(count: number, make: (random: () => number, index: number) => string): string[] {
  const random = seeded(seed)
  return Array.from({length: count}, (_, index) => make(random, index))
}

/** https://en.wikipedia.org/wiki/Linear_congruential_generator with the parameters of Numerical Recipes. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const goods = [
  'pipe clamps',
  'pallet racking',
  'solder wire',
  'label printers',
  'cold-room doors',
  'dock levellers',
  'work gloves',
  'gas sensors'
]
const towns = ['Leeds', 'Bremen', 'Cork', 'Tampere', 'Dayton', 'Poznań', 'Ghent', 'Girona']
const firms = [
  'Harrowgate Fittings Ltd',
  'Nordkai GmbH',
  'Lindqvist Supply AB',
  'Tresham Works Inc.',
  'Bellweir & Sons Ltd'
]
const people = ['Anna Whitlock', 'Jonas Brandt', 'Mary Okello', 'Piotr Zieliński', 'Laura Vidal']
const middles = [
  'The parts come from our own stock and leave the same day if the order arrives before two in the afternoon.',
  'A customer near you replaced the last of the old ones in March and has had no stoppage since.',
  'We are **the best** in this market, and our quality is second to none.',
  'I hope this mail finds you well in these busy weeks.',
  'Prices hold until 31 March and include packing; carriage is paid above 500 euro.',
  'Only three places are left this month, so please hurry!!'
]

function draft(random: () => number, index: number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const good = pick(goods)
  const town = pick(towns)
  const firm = pick(firms)
  const person = pick(people)
  const host = `${firm.split(' ')[0]?.toLowerCase()}.example`
  return `---
subject: ${pick(['', '', 'Exclusive: ', 'Don’t miss '])}${good} from ${town}, ${20 + (index % 70)} euro a piece
from: ${person} <mail${index}@${host}>
---

Dear ${pick(['Ms', 'Mr', 'Dr'])} ${pick(people).split(' ')[1]},

${pick([`I am a sales engineer at ${firm} in ${town}, and I would like to offer you ${good}.`, `${good} are bought again and again for the wrong reason.`])} ${pick(middles)}

- **Price:** ${10 + (index % 90)}.${index % 10}0 euro from 50 pieces
- **Delivery:** ${2 + (index % 9)} working days to your dock in ${pick(towns)}
- **Warranty:** ${12 + (index % 24)} months

${pick(middles)} ${pick(middles)} ${pick(middles)}

Shall I send you two samples in size ${index % 300}, or is there someone else to whom I should write?

Kind regards

${person}
${firm}
${1 + (index % 200)} Canal Street, ${town} ${10_000 + index}
+49 421 5550${String(index % 1000).padStart(3, '0')}
mail${index}@${host}

${pick(['If this is not for you, tell me and I will not write again.', 'Have a good week.'])}
`
}

function merged(random: () => number, index: number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  return `---
subject: Pipe clamps for ${pick(towns)}, from 50 pieces
from: Anna Whitlock <anna.whitlock@harrowgate.example>
---

Dear ${pick(['Ms', 'Mr', 'Dr'])} ${pick(people).split(' ')[1]},

I am a sales engineer at Harrowgate Fittings Ltd in Leeds, and I would like to offer you pipe clamps.

You run ${2 + (index % 40)} lines in ${pick(towns)}, and each of them takes about ${40 + (index % 300)} clamps a year.

${middles[0]} ${middles[1]} ${middles[4]}

- **Price:** 10.90 euro from 50 pieces
- **Delivery:** 4 working days to your dock
- **Warranty:** 24 months

Shall I send you two samples in size ${index % 300}, or is there someone else to whom I should write?

Kind regards

Anna Whitlock
Harrowgate Fittings Ltd
12 Canal Street, Leeds LS9 8AA
+44 113 496 0114
anna.whitlock@harrowgate.example

If this is not for you, tell me and I will not write again.
`
}

const ordinary =
  'we they press cut deliver measure order store carry reach check clamps doors rolls labels sensors gloves wires dock line shift week plant office price invoice stock part number sample drawing sheet steel copper paper cold short long second other same before after under between from with without for about and but because near each every last next early quiet heavy narrow'.split(
    ' '
  )

function unlike(random: () => number, index: number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const sentence = () => {
    const words = Array.from({length: 9 + Math.floor(random() * 9)}, () => pick(ordinary)).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
  const sentences = (count: number) => Array.from({length: count}, sentence).join(' ')
  const [name, town] = [pick(people), pick(towns)]
  return `---
subject: ${pick(goods)} from ${town}, ${20 + (index % 70)} euro a piece
from: ${name} <mail${index}@works${index}.example>
---

Dear Mr ${pick(people).split(' ')[1]},

I am ${name} of Works${index} Ltd in ${town}. ${sentences(2)}

${sentences(3)}

- ${sentence()}
- ${sentence()}

${sentences(2)}

Kind regards

${name}
Works${index} Ltd
${1 + (index % 200)} Canal Street, ${town} ${10_000 + index}
+49 421 5550${String(index % 1000).padStart(3, '0')}
mail${index}@works${index}.example
`
}

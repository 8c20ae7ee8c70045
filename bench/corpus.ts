import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** Drafts of about 1 KB of Markdown, the same on every machine: no two alike, none copied from a real mail. */
export function writeCorpus(folder: string, count: number): void {
  mkdirSync(folder, {recursive: true})
  const random = seeded(20_261_121)
  for (let index = 0; index < count; index++)
    writeFileSync(path.join(folder, `${String(index).padStart(5, '0')}.md`), draft(random, index))
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

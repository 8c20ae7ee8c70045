import {describe, expect, it} from 'vitest'
import {formatOf} from '../src/format-of.js'
import {anatomy} from '../src/lint.js'
import type {Email, FactKind} from '../src/tree/index.js'
import {files, readBytes} from './support/files.js'

/** The parts of each draft as a reader would name them; lines of a part are parted by ` / `. */
const parts: Readonly<Record<string, readonly (readonly [name: string, text: string])[]>> = {
  'lines.md': [
    ['greeting', 'Dear Mr Alder,'],
    ['opening', "I'm Jo Perrin of Hallam Ice in Hull, and we deliver flake ice at night."],
    ['pitch', 'Two tonnes a night, at your door by five / 38 pounds a tonne, crates included'],
    ['ask', 'Shall I leave you a crate on Thursday?'],
    ['sign-off', 'Yours sincerely,'],
    ['signature', 'Jo Perrin / Sales Manager / Hallam Ice Ltd / 4 Quay Lane, Hull HU1 1AA / 01632 960 118'],
    ['footer', 'If ice is not your subject, tell me and I will not write again.']
  ],
  'bars.md': [
    ['greeting', 'Hello Ms Okoro,'],
    ['opening', 'Ashdown Lifting inspects bridge cranes in Leeds. Yours in hall two is due in June.'],
    ['ask', 'When does the early shift end on Fridays?'],
    ['sign-off', 'Best wishes'],
    [
      'signature',
      'Ruth Ashdown | Chief Inspector | Ashdown Lifting Ltd / Tel. 01632 960 226 | ruth@ashdown-lifting.example'
    ]
  ],
  'dots.md': [
    ['greeting', 'Kia ora Wiremu,'],
    ['opening', 'we mill oats in Fife and sell the flour in bags of 25 kilos.'],
    ['ask', 'May I send you a bag?'],
    ['sign-off', 'Warmly,'],
    ['signature', 'Ewan Laird · Pitmore Mill · +44 1632 960 377 · ewan@pitmore-mill.example']
  ],
  'table.html': [
    ['greeting', 'Dear Dr Sato,'],
    ['opening', 'We refurbish servers in Tallinn. Twelve of the kind you use are on our shelf.'],
    ['ask', 'Would a list with prices help?'],
    ['sign-off', 'Kind regards'],
    [
      'signature',
      'Kadri Saar / Sales Engineer, Serverladu OÜ / Pärnu mnt 12, 10148 Tallinn, Estonia / kadri@serverladu.example'
    ],
    ['footer', 'No further mails']
  ],
  'after-dashes.txt': [
    ['greeting', 'Hi Moira,'],
    [
      'opening',
      'Dilys here, from Lampwright, a lighting workshop in Ely. We would / light your open day for 310 pounds, ladders included.'
    ],
    ['ask', 'Want to see a plan of the hall first?'],
    ['signature', '-- / Dilys Moore, workshop manager / Lampwright Ltd, Unit 2, Fen Row, Ely CB7 4AA / 01632 960 733']
  ],
  'html-unsigned.html': [
    ['greeting', 'Good afternoon Mr Orrin,'],
    ['opening', 'Brandel Trucks in Derby rents out reach trucks by the week.'],
    ['pitch', '180 pounds a week, charger included / Delivered within a day / Service in four hours'],
    ['ask', 'Shall I keep one for you in May?'],
    ['signature', 'Neil Brandel / Brandel Trucks Ltd / 01632 960 551']
  ],
  'one-line.md': [
    ['greeting', 'Hello Ms Marsh,'],
    ['opening', 'I sell label printers for Etikett Ek in Borås.'],
    ['ask', 'Could I show you one on the 12th?'],
    ['signature', 'Best regards, Tomas Ek, Etikett Ek, tomas@etikettek.example']
  ],
  'unsigned.md': [
    ['greeting', 'Marcus,'],
    [
      'opening',
      'Corbel Scaffolding puts up scaffolds for church restoration, and your tower stands on the list for May.'
    ],
    ['ask', 'Would a drawing help you with the grant?'],
    [
      'signature',
      'Ana Corbel / Head estimator and scaffold designer, Corbel Scaffolding Pty Ltd / 12 Mill Road, Derby DE1 1BU / 01632 960 205'
    ],
    ['footer', "Not your tower? Say so and I'll leave you in peace."]
  ],
  'foreign-closing.md': [
    ['greeting', 'Dear Ms Weiland,'],
    ['opening', 'We press cork discs for the lids of honey jars.'],
    ['ask', 'May we send twenty in your size?'],
    ['sign-off', 'Atentamente'],
    ['signature', 'Nuria Valls / Taps Valls S.L., Calle Mayor 18, 17200 Palafrugell, España / nuria@taps-valls.example']
  ],
  'letterhead.txt': [
    [
      'greeting',
      'HOLMVIK TAUVERK AS / Strandgata 9, 4400 Flekkefjord, Norway / Phone +47 38 55 01 62 / Dear Mr Tully,'
    ],
    [
      'opening',
      'Holmvik Tauverk knots rope fenders in Flekkefjord. We offer you / the one-metre fender at 140 euro, eyes included.'
    ],
    ['ask', 'May I post you one to hang up?'],
    ['sign-off', 'Yours faithfully'],
    ['signature', 'Solveig Aas / solveig@holmvik-tauverk.example']
  ],
  'postscript.md': [
    ['greeting', 'Good morning,'],
    ['opening', "I'm an ecologist at Nightwing in Wrexham. We survey barns for bats before they are converted."],
    ['ask', 'May I see the barn one evening in May?'],
    ['sign-off', 'All the best,'],
    ['signature', 'Rhys Madoc / Nightwing Ltd, 5 Chapel Street, Wrexham LL13 1AA / 07700 900 612'],
    ['postscript', 'P.S. The first visit costs nothing. / PS: No further letters from us? One word will do.']
  ],
  'quoted-thread.txt': [
    ['greeting', 'Hello Ms Finch,'],
    ['opening', 'thank you for your answer. Mossdale Felt can punch the pads in / both of your sizes.'],
    ['ask', 'Shall I ring on Friday?'],
    ['sign-off', 'Best regards'],
    ['signature', 'Piet Haan / Mossdale Felt BV, +31 20 555 0128'],
    [
      'quoted-thread',
      'On 3 Nov 2026 at 16:02, Beth Finch wrote: / we need 24 and 30 mm. / What would ten thousand cost?'
    ]
  ],
  'legal-footer.md': [
    ['greeting', 'Dear Mrs Ingle,'],
    ['opening', "Rodwell Earthing tests lightning rods in Kent, and I'm its owner."],
    ['ask', 'Who tests yours at the moment?'],
    ['sign-off', 'Yours faithfully,'],
    [
      'signature',
      'Amos Rodwell / Rodwell Earthing Limited, 31 Hop Lane, Ashford TN23 1AA / amos@rodwell-earthing.example'
    ],
    [
      'footer',
      'Registered in England No. 555 0199. Registered office as above. / This email and any attachments are confidential. If you are not the intended recipient, please delete it. / You receive this mail because your address is on your website. Unsubscribe: {{unsubscribe_link}}'
    ]
  ],
  'banner.html': [
    ['opening', 'BRANDING WEEK / Mugs, pens and bags with your logo, from Pellmore Gifts in Stoke.'],
    ['pitch', '100 mugs cost 290 pounds.'],
    ['ask', 'Order a sample today'],
    ['footer', 'You get this because your address is public. Unsubscribe']
  ]
}

const read = (draft: string | Uint8Array, file: string): Promise<Email> =>
  anatomy(draft, {format: formatOf(file), config: {language: 'en'}})

const written = (lines: readonly string[]): Promise<Email> =>
  read(`---\nlang: en\n---\n\n${lines.join('\n\n')}\n`, 'a.md')

const wordsOf = (email: Email, kind: FactKind): string[] => [
  ...new Set(email.facts.filter((fact) => fact.kind === kind).map(({text, start, end}) => text.value.slice(start, end)))
]

describe('parts of a mail', () => {
  it('are shown by every fixture', () => {
    expect(files('fixtures/anatomy').map((file) => file.split('/').at(-1))).toEqual(
      expect.arrayContaining(Object.keys(parts))
    )
  })

  it.each(Object.entries(parts))('%s', async (file, expected) => {
    const {sections, body} = await read(readBytes(`fixtures/anatomy/${file}`), file)
    const named = sections.map(({name, start, end}) => [name, body.text.value.slice(start, end).replace(/\n+/g, ' / ')])
    expect(named).toEqual(expected)
  })
})

describe('who writes', () => {
  it.each([
    "I'm Leonie Brandt of Siebwerk in Kiel.",
    'Dilys here, from Lampwright.',
    'We are wholesalers of oilcloth in Bolton.',
    'My company rebuilds church organs.',
    'At Fenn and Marsh we survey moorings.',
    'I work as a test engineer for Hale Springs.',
    'As a maker of tarpaulins we read of your hay barns.',
    'On behalf of Orgona in Szeged I would like to ask you something.',
    'Our dairy has 60 goats.',
    '{{sender_company}} has a question on your pallets.'
  ])('is said by: %s', async (opening) => {
    expect(wordsOf(await written(['Dear Ms Okoro,', opening]), 'who')).not.toEqual([])
  })

  it.each([
    'My name is Tom and I have a question.',
    'We help companies like yours to save time.',
    'I came across your website last week.',
    'I saw that Fenmoor Timber makes window boards.',
    'You make the best rope in Devon.',
    'My team and I had a look at your shop.',
    'Do you have a supplier for beeswax?',
    'To the Managing Director: our records show that a reply is due.',
    'This is about the list of the Malvern Packaging Fair, which we can let you have.',
    'It rains in Malvern as I write, and a cat sleeps on the samples.'
  ])('is not said by: %s', async (opening) => {
    expect(wordsOf(await written(['Dear Ms Okoro,', opening]), 'who')).toEqual([])
  })
})

describe('a way to refuse', () => {
  const around = (line: string) => ['Dear Ms Okoro,', 'We knit boot socks in Skye.', 'Kind regards,', 'Ayla Kaya', line]

  it.each([
    'Unsubscribe',
    'Reply STOP and you are off the list.',
    'Not for you? Answer no.',
    "Just say so and I'll stop.",
    'One word and this was my last mail.',
    'If you would rather hear nothing more from us, let me know.',
    'You may object to these mails at any time.',
    'I will take you off my list if you tell me.',
    'You may ask us not to write to you.',
    "Don't want this sort of mail? Say so, and I will not be back.",
    'If you want your file closed, say so.',
    'If you do not want such notices, answer so and the address is removed.',
    'Write "nei takk" and none will come.',
    'If you write "nahi", I will know and not return to the subject.',
    'A short "ne" and my letters end.',
    'A quick "no thanks" and the rest will not follow.',
    "Would you rather I didn't write? Tell me.",
    'No follow-ups wanted? One word from you will do.',
    '[Leave the list](https://dunmore.example/bye)',
    '{{unsubscribe_link}}',
    '[No further mails](https://dunmore.example/unsubscribe)'
  ])('is offered by: %s', async (line) => {
    expect(wordsOf(await written(around(line)), 'opt-out')).not.toEqual([])
  })

  it.each([
    "Reply yes and I'll hold the price.",
    'Please do not reply to this mailbox.',
    'Stop by our booth in hall 7.',
    'If not, let me know a better time.',
    'Please let me know who is in charge of socks.',
    'You can cancel the subscription any time.',
    'Send your order before Friday, and do not blame me afterwards.',
    "With us you'll never cold call again, you can be sure.",
    'A short "yes" and the samples leave on Monday.',
    'Write "socks" and the price list comes by return.',
    'If this is not relevant to you, please ignore this mail.'
  ])('is not offered by: %s', async (line) => {
    expect(wordsOf(await written(around(line)), 'opt-out')).toEqual([])
  })

  it('does not count in the thread that is quoted', async () => {
    const lines = [...around('01632 960 118'), 'On 3 Nov 2026 at 16:02, Beth Finch wrote:', '> Unsubscribe me.']
    expect(wordsOf(await written(lines), 'opt-out')).toEqual([])
  })
})

describe('a signature', () => {
  it('has a company that only its place marks', async () => {
    const email = await written([
      'Dear Ms Okoro,',
      'Tea?',
      'Thanks,',
      'Robert Finch  \nStillharbour Tea  \n01632 960 118'
    ])
    expect(wordsOf(email, 'person')).toEqual(['Robert Finch'])
    expect(wordsOf(email, 'organisation')).toEqual(['Stillharbour Tea'])
  })

  it('may be a bare first name below a closing', async () => {
    expect(wordsOf(await written(['Hi Ann,', 'Tea?', 'Thanks,', 'Dave']), 'person')).toEqual(['Dave'])
  })

  it.each([
    ['{{sender_name}}', ['person']],
    ['{{my.phone}}', ['phone']],
    ['%SENDER_EMAIL%', ['email']],
    ['{{sender_company}}', ['organisation']],
    ['{{signature}}', ['person', 'organisation', 'email']],
    ['{{meeting_link}}', ['calendar']]
  ])('%s stands for %j', async (tag, kinds) => {
    const email = await written(['Hi Ann,', 'Tea?', 'Thanks,', tag])
    const found = email.facts.filter(({by}) => by === 'merge-tag').map(({kind}) => kind)
    expect(found.sort()).toEqual([...kinds].sort())
  })
})

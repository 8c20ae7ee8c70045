import {describe, expect, it} from 'vitest'
import {anatomy, formatOf} from '../src/lint.js'
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
    ['opening', 'Tolbert Lifting inspects bridge cranes in Leeds. Yours in hall two is due in June.'],
    ['ask', 'When does the early shift end on Fridays?'],
    ['sign-off', 'Best wishes'],
    [
      'signature',
      'Ruth Tolbert | Chief Inspector | Tolbert Lifting Ltd / Tel. 01632 960 226 | ruth@tolbert-lifting.example'
    ]
  ],
  'dots.md': [
    ['greeting', 'Kia ora Hemi,'],
    ['opening', 'we mill oats in Fife and sell the flour in bags of 25 kilos.'],
    ['ask', 'May I send you a bag?'],
    ['sign-off', 'Warmly,'],
    ['signature', 'Ewan Laird · Pitmore Mill · +44 1632 960 377 · ewan@pitmore-mill.example']
  ],
  'table.html': [
    ['greeting', 'Dear Dr Nair,'],
    [
      'opening',
      'We are a Tallinn-based reseller of refurbished servers. Your tender asks for twelve of the kind that we have on the shelf.'
    ],
    ['ask', 'Would a list with prices help?'],
    ['sign-off', 'Kind regards'],
    [
      'signature',
      'Kadri Saar / Sales Engineer, Serverladu OÜ / Pärnu mnt 12, 10148 Tallinn, Estonia / kadri@serverladu.example'
    ],
    ['footer', 'No further mails']
  ],
  'after-dashes.txt': [
    ['greeting', 'Hi Priya,'],
    [
      'opening',
      'Callum here, from North Room, a photo studio in Leeds. We would / shoot your autumn range for 42 pounds a picture.'
    ],
    ['ask', 'Want to see one of your own chairs first?'],
    [
      'signature',
      '-- / Callum Rae, studio manager / North Room Ltd, Unit 7, Holbeck Row, Leeds LS11 9XE / 0113 496 0182'
    ]
  ],
  'html-unsigned.html': [
    ['greeting', 'Good afternoon Mr Hume,'],
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
    ['greeting', 'Eric,'],
    ['opening', 'Corbel Scaffolding puts up scaffolds for church restoration, and I read that your tower is next.'],
    ['ask', 'Would a drawing help you with the diocese?'],
    [
      'signature',
      'Ana Corbel / Head estimator and scaffold designer, Corbel Scaffolding Pty Ltd / 12 Mill Road, Derby DE1 1BU / 01632 960 205'
    ],
    ['footer', "Not your tower? Say so and I'll leave you in peace."]
  ],
  'foreign-closing.md': [
    ['greeting', 'Dear Mr Schreiner,'],
    ['opening', 'We crush and wash the offcuts of Carrara marble for makers of terrazzo.'],
    ['ask', 'Do you want three buckets for samples?'],
    ['sign-off', 'Cordiali saluti'],
    [
      'signature',
      'Sandro Bertoni / Bertoni Graniglie S.r.l., Via Dorsale 55, 54100 Massa, Italia / sandro@bertoni-graniglie.example'
    ]
  ],
  'letterhead.txt': [
    ['greeting', 'FJORDTRAAD AS / Moloveien 9, 3187 Horten, Norway / Phone +47 33 55 01 62 / Dear Mr Brandt,'],
    [
      'opening',
      'Fjordtraad draws welding wire in Horten. We offer you 1.2 mm wire / at 2.10 euro a kilo, on spools of 15 kg.'
    ],
    ['ask', 'May I post you two spools?'],
    ['sign-off', 'Yours faithfully'],
    ['signature', 'Ingrid Moe / ingrid@fjordtraad.example']
  ],
  'postscript.md': [
    ['greeting', 'Good morning,'],
    [
      'opening',
      "I'm an engineer at Hissfinder in Wrexham. We find leaks in compressed air lines by ear and microphone."
    ],
    ['ask', 'May I walk the ring main with your fitter?'],
    ['sign-off', 'All the best,'],
    ['signature', 'Gareth Pryce / Hissfinder Ltd, Unit 3, Tenth Avenue, Wrexham LL13 1AA / 07700 900418'],
    ['postscript', "P.S. The first hour costs nothing. / PS: If you'd prefer no more mail from us, one word will do."]
  ],
  'quoted-thread.txt': [
    ['greeting', 'Hello Ms Lind,'],
    ['opening', 'thank you for your answer of Tuesday. Northfold Films can deliver / fourteen pallets a month.'],
    ['ask', 'Shall I ring on the 12th?'],
    ['sign-off', 'Best regards'],
    ['signature', 'Morten Skov / Northfold Films ApS, +45 75 55 01 28'],
    [
      'quoted-thread',
      'On 3 Nov 2026 at 16:02, Beth Lind wrote: / we use about fourteen pallets a month. / Do send a price.'
    ]
  ],
  'legal-footer.md': [
    ['greeting', 'Dear Mrs Khatri,'],
    ['opening', "Charles Doors inspects fire doors in the Midlands, and I'm its owner."],
    ['ask', 'Who does your checks at the moment?'],
    ['sign-off', 'Yours faithfully,'],
    [
      'signature',
      'Winston Charles / Charles Doors Limited, 118 Tach Road, Leamington CV31 3EA / winston@charlesdoors.example'
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
    "I'm Ines Halberg of Klemmwerk in Bremen.",
    'Callum here, from North Room.',
    'We are wholesalers of fasteners in Wolverhampton.',
    'My company repairs gearboxes for wind turbines.',
    'At Quillon Legal we advise carriers.',
    'I work as a sales engineer for Sato Seimitsu.',
    'As a maker of brushes we read of your fleet order.',
    'On behalf of Litera in Zagreb I would like to ask you something.',
    'Our tannery is 140 years old.',
    '{{sender_company}} has a question on your pallets.'
  ])('is said by: %s', async (opening) => {
    expect(wordsOf(await written(['Dear Ms Okoro,', opening]), 'who')).not.toEqual([])
  })

  it.each([
    'My name is Tom and I have a question.',
    'We help companies like yours to save time.',
    'I came across your website last week.',
    'I saw that Fenmoor Timber makes window boards.',
    'You make the best gin in Cork.',
    'My team and I had a look at your shop.',
    'Do you have a supplier for castor oil?'
  ])('is not said by: %s', async (opening) => {
    expect(wordsOf(await written(['Dear Ms Okoro,', opening]), 'who')).toEqual([])
  })
})

describe('a way to refuse', () => {
  const around = (line: string) => ['Dear Ms Okoro,', 'We weave towels in Denizli.', 'Kind regards,', 'Ayla Kaya', line]

  it.each([
    'Unsubscribe',
    'Reply STOP and you are off the list.',
    'Not for you? Answer no.',
    "Just say so and I'll stop.",
    'One word and this was my last mail.',
    'If you would rather hear nothing more from us, let me know.',
    'You may object to these mails at any time.',
    'I will take you off my list if you tell me.',
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
    'Please let me know who is in charge of towels.',
    'You can cancel the subscription any time.',
    'If this is not relevant to you, please ignore this mail.'
  ])('is not offered by: %s', async (line) => {
    expect(wordsOf(await written(around(line)), 'opt-out')).toEqual([])
  })

  it('does not count in the thread that is quoted', async () => {
    const lines = [...around('01632 960 118'), 'On 3 Nov 2026 at 16:02, Beth Lind wrote:', '> Unsubscribe me.']
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

import {describe, expect, test} from 'vitest'
import {
  findOrganisations,
  findPersons,
  matchesName,
  nameOfMailbox,
  organisationBeside,
  organisationOfDomain
} from '../src/anatomy/names/index.js'

const values = (found: readonly {value: string}[]) => found.map(({value}) => value)

describe('organisations', () => {
  test.each([
    ['Sales Engineer, Harbour Tea AS', 'Harbour Tea AS'],
    ['At Harbour Tea Ltd we blend', 'Harbour Tea Ltd'],
    ['Ningde Harbour Tea Co., Ltd.', 'Ningde Harbour Tea Co., Ltd.'],
    ['Teekontor Hafen GmbH & Co. KG, Hamburg', 'Teekontor Hafen GmbH & Co. KG'],
    ['Harbour, Inc. | 55 Main', 'Harbour, Inc.'],
    ['Umkhonto Tea (Pty) Ltd', 'Umkhonto Tea (Pty) Ltd'],
    ['Liman Çay San. ve Tic. A.Ş.', 'Liman Çay San. ve Tic. A.Ş.'],
    ['Herbata Port Sp. z o.o.', 'Herbata Port Sp. z o.o.'],
    ['Lučki čaj d.o.o.', 'Lučki čaj d.o.o.'],
    ['Tè del Porto S.r.l.', 'Tè del Porto S.r.l.'],
    ['Thé du Port SARL', 'Thé du Port SARL'],
    ['Satama Tee Oy', 'Satama Tee Oy'],
    ['Kikötő Tea Kft.', 'Kikötő Tea Kft.'],
    ['Minato Tea K.K.', 'Minato Tea K.K.'],
    ['UAB Uosto Arbata', 'UAB Uosto Arbata'],
    ['宁波港茶有限公司', '宁波港茶有限公司'],
    ['Harbour Language Services', 'Harbour Language Services'],
    ['Bank of Harbour', 'Bank of Harbour'],
    ['شرکت «چای بندر» از تبریز', 'شرکت «چای بندر»'],
    ['از شرکت چای بندر هستم', 'شرکت چای بندر'],
    ['استودیو چای بندر', 'استودیو چای بندر'],
    ['شرکت چای بندر (سهامی خاص)', 'شرکت چای بندر']
  ])('%s', (text, expected) => expect(values(findOrganisations(text))).toEqual([expected]))

  test.each([
    'we have limited stock and no company can',
    'Our Company is ready, the Group too',
    'Head of Engineering',
    'to AS 2070 and AB 04',
    'این شرکت بزرگ است',
    'شرکت شما و شرکت ما',
    'در نمایشگاه شرکت می‌کنیم و شرکت کرده‌ایم',
    'کارخانه شما هر روز کار می‌کند'
  ])('none in: %s', (text) => expect(findOrganisations(text)).toEqual([]))
})

describe('persons', () => {
  test.each([
    ['Yours sincerely,\n\nHelen Ashgrove\nKey Account Manager\nHarbour Tea Ltd', ['Helen Ashgrove']],
    ['Joris van der Laan, Harbour Tea BV\n+31 10 555 0177', ['Joris van der Laan']],
    ['Dr. Mei-Lin Foster | Harbour Tea Inc.', ['Mei-Lin Foster']],
    ['Best,\nJ. P. Ashgrove', ['J. P. Ashgrove']],
    ['Lim Wei Ling (Ms)\nAssistant Manager', ['Lim Wei Ling']],
    ['Quiet Harbour\nSam Whitlock, producer', ['Sam Whitlock']],
    ['Robert Achten\nStillharbour Reliability\nrobert@stillharbour.example', ['Robert Achten']],
    ['Thanks,\nDave', ['Dave']],
    [
      'Piet Harbour | Export | Harbour Tea Trading S.r.l. | Via del Porto 27, 25065 Lumezzane (BS), Italy | +39 030 555 0174 | piet@harbourtea.example',
      ['Piet Harbour']
    ],
    [
      'Regards, Wade Whitlock, Route Lead, Quiet Harbour LLC, 2301 Garden City Highway, Midland TX 79701, 432-555-0142, wade@quietharbour.example',
      ['Wade Whitlock']
    ],
    ['Case officer: R. Ashgrove\nHarbour Registry, 31 Mill Street', ['R. Ashgrove']],
    ['Your contact: Helen Ashgrove\n01632 960112', ['Helen Ashgrove']],
    ['Kind regards,\nGareth Price', ['Gareth Price']],
    ['با احترام\nسمیرا توکل‌نیا، مدیر فروش\nشرکت چای بندر', ['سمیرا توکل‌نیا']],
    ['با احترام، مهتاب کریمیان\nشرکت چای بندر', ['مهتاب کریمیان']],
    ['با سپاس\nمهندس رضا کریمیان', ['رضا کریمیان']]
  ])('%s', (text, expected) => expect(values(findPersons(text))).toEqual(expected))

  test.each([
    'Best regards,\nThe Harbour Team',
    'Regards,\nSales Department\nHarbour Tea Ltd\n0113 496 0182',
    'با احترام\nواحد فروش\nشرکت چای بندر',
    'با احترام\nتیم رشد',
    'Kind regards\nHarbour Tea Ltd, 7 Quay Street, Leeds LS1 4AP',
    'We Deliver Every Friday.',
    'قیمت هر کیلو\n۱۲۰۰ تومان'
  ])('nobody in: %s', (text) => expect(findPersons(text)).toEqual([]))

  test('the organisation beside a person needs no legal form', () => {
    const beside = (text: string) => {
      const person = findPersons(text)[0]
      return person && organisationBeside(text, person)?.value
    }
    expect(beside('Thanks,\nRobert Achten\nBuyer\nStillharbour Tea\nrobert@still.example')).toBe('Stillharbour Tea')
    expect(beside('با احترام\nالهام قربانیان، حاضرکار\nتهران')).toBe('حاضرکار')
    expect(beside('Thanks,\nGraham Tenby CTA\n01632 960 205')).toBeUndefined()
  })
})

test.each([
  ['x@brackwell.co.uk', 'brackwell'],
  ['mail.harbour-tea.com.au', 'harbour-tea'],
  ['jane@gmail.com', undefined],
  ['jane@yahoo.co.uk', undefined],
  ['localhost', undefined]
])('the organisation of %s', (address, expected) => expect(organisationOfDomain(address)).toBe(expected))

test.each([
  ['harbourtea', 'I am with Harbour Tea in Leeds', 'Harbour Tea'],
  ['harbourtea', 'At HarbourTea we blend', 'HarbourTea'],
  ['harbourtea', 'Harbour Tea Blenders Ltd', 'Harbour Tea'],
  ['harbour-tea', 'Harbour Tea', 'Harbour Tea'],
  ['harbourpack', 'Harbour Packaging Ltd', 'Harbour Packaging'],
  ['gethafen', 'Hafen sells tea', 'Hafen'],
  ['limancay', 'Liman Çay A.Ş.', 'Liman Çay'],
  ['muellertee', 'Müller Tee GmbH', 'Müller Tee'],
  ['harbourtea', 'mail jane@harbourtea.example', undefined],
  ['harbour', 'the harbour is near', undefined],
  ['harbourtea', 'Harbour. Tea is served', undefined],
  ['tea', 'Teapots and Steam', undefined]
])('%s in "%s"', (label, text, expected) => {
  const span = matchesName(label, text)
  expect(span && text.slice(span.start, span.end)).toBe(expected)
})

test.each([
  ['"Ash, Helen" <Helen@acme.example>', 'Ash, Helen', 'helen@acme.example'],
  ['Helen Ash <helen@acme.example>', 'Helen Ash', 'helen@acme.example'],
  ['helen@acme.example (Helen Ash)', 'Helen Ash', 'helen@acme.example'],
  ['helen@acme.example', undefined, 'helen@acme.example'],
  ['Helen Ash', 'Helen Ash', undefined],
  ['', undefined, undefined]
])('the mailbox %s', (header, name, address) => expect(nameOfMailbox(header)).toEqual({name, address}))

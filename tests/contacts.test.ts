import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {contactOfLink, countryOfDomain, findContacts, findLinks} from '../src/anatomy/contacts/index.js'

const seen = (text: string, country?: string) =>
  findContacts(text, country ? {country} : {}).map(({kind, start, end}) => `${kind} ${text.slice(start, end)}`)

describe('a phone is seen', () => {
  test.each([
    ['+49 421 5550144', undefined, '+494215550144'],
    ['+44 (0)20 7946 0123', undefined, '+442079460123'],
    ['(07) 5550 0148', 'AU', '+61755500148'],
    ['(07) 5550 0148', 'au', '+61755500148'],
    ['01632 960 205', 'GB', '+441632960205'],
    ['614-555-0129', undefined, '+16145550129'],
    ['(614) 555-0129', 'US', '+16145550129'],
    ['1-800-555-0199', undefined, '+18005550199'],
    ['041-34455018', 'IR', '+984134455018'],
    ['۰۹۱۴ ۵۵۵ ۰۱ ۲۶', undefined, '+989145550126'],
    ['٠٩١٤٥٥٥٠١٢٦', 'IR', '+989145550126'],
    ['00989135550199', 'IR', '+989135550199'],
    ['Tel.: 030 / 5550144', 'DE', '+49305550144'],
    ['07700 900418', undefined, '07700900418']
  ])('%s (%s)', (text, country, value) => {
    const found = findContacts(text, country ? {country} : {})
    expect(found).toMatchObject([{kind: 'phone', value}])
  })

  test.each([
    ['Tel 0113 496 0182', 'phone 0113 496 0182'],
    ['M: 07700 900418', 'phone 07700 900418'],
    ['ring me on 0161 496 0123 before noon', 'phone 0161 496 0123'],
    ['031 555 0119 (office) and more words', 'phone 031 555 0119'],
    ['همراه: ۰۹۱۳۵۵۵۰۱۹۱', 'phone ۰۹۱۳۵۵۵۰۱۹۱'],
    ['تلفن ۰۳۱-۳۳۸۵۵۴۱۲ داخلی ۱۴', 'phone ۰۳۱-۳۳۸۵۵۴۱۲ داخلی ۱۴'],
    ['+1 (614) 555-0129 ext. 14', 'phone +1 (614) 555-0129 ext. 14'],
    ['Direct line: +44 161 496 0123', 'phone +44 161 496 0123'],
    ['تلفن و دورنگار ۰۱۳-۳۳۲۴۵۵۰۲', 'phone ۰۱۳-۳۳۲۴۵۵۰۲']
  ])('by its label: %s', (text, expected) => expect(seen(text)).toEqual([expected]))

  test('in pairs, whatever parts them', () => {
    expect(seen('041-34455018 / 0914 555 01 26', 'IR')).toEqual(['phone 041-34455018', 'phone 0914 555 01 26'])
    expect(seen('۰۲۱-۶۶۵۵۰۱۰۹/۰۹۱۲۵۵۵۰۱۶۴')).toHaveLength(2)
    expect(seen('T 0113 496 0182 | F 0113 496 0183')).toEqual(['phone 0113 496 0182'])
  })
})

test.each([
  'Order No. 0493 847 261 was shipped',
  'The lot is 12 000 000 NOK a year',
  'to ISO 12647-2:2013 and EN 10204',
  'IBAN DE89 3704 0044 0532 0130 00',
  'ABN 51 555 014 820',
  'Company no. 08123456, VAT GB 555 0142 77',
  'from 2019-2024 we built 12.500.000 parts',
  'on 12.09.2025, 2025-09-12 or 12-09-2025',
  'Fax: +49 421 5550145',
  'SKU 0123456789',
  'size 1200 x 800 x 144, 250000 units at $1,250,000.00',
  'Singapore 408564',
  'Dallas, TX 75201-1234',
  'قیمت ۱۲۵۰۰۰۰۰ تومان',
  'کدپستی ۸۱۹۵۸۴۳۷۱۶',
  'شناسه ملی ۱۴۰۰۵۵۵۰۱۲۳',
  'عدد ۱ را به ۳۰۰۰۵۵۵۰۱ پیامک کنید',
  'write to {{email}} or {{phone}}',
  'Teams: three of ours work on it',
  'فقط «بله» بگویید',
  'We talk on WhatsApp and by mail',
  'our site acme.example',
  'unsubscribe@acme.example and no-reply@acme.example'
])('no way of contact: %s', (text) => expect(seen(text)).toEqual([]))

test.each([
  ['Phone/WhatsApp: +98 912 555 0164', ['messenger', 'phone']],
  ['WhatsApp +98 912 555 0164', ['messenger']],
  ['WhatsApp/WeChat: +86 138 5555 0192', ['messenger']],
  ['Tel: +49 421 5550144, WhatsApp +49 170 5550214', ['phone', 'messenger']],
  ['+254 722 555 019 (WhatsApp also)', ['messenger', 'phone']],
  ['Mobile 07700 900418, also on WhatsApp', ['messenger', 'phone']],
  ['همراه و واتساپ: ۰۹۱۴۵۵۵۰۱۲۱', ['messenger', 'phone']],
  ['بله: ۰۹۱۲۵۵۵۰۱۶۴', ['messenger']],
  ['۰۹۱۳۵۵۵۰۱۶۷ (تلفن، ایتا)', ['messenger', 'phone']],
  ['WeChat: harbour_tea', ['messenger']],
  ['Telegram @harbour_tea', ['messenger']],
  ['تلگرام: @harbour_tea', ['messenger']],
  ['Skype: live:jane.doe', ['messenger']],
  ['Teams: jane@acme.example', ['messenger']],
  ['jane@acme.example', ['email']],
  ['<jane@acme.example>، jane@acme.example', ['email', 'email']],
  ['linkedin.com/in/jane-doe', ['messenger']],
  ['pick a slot: cal.com/jane-acme/20', ['calendar']],
  ['تقویم: acme.example/vaght', ['calendar']],
  ['www.acme.com/en/contact-us.html', ['contact-page']],
  ['acme.ir/تماس-با-ما', ['contact-page']]
])('the kinds of %s', (text, kinds) => expect(findContacts(text).map(({kind}) => kind)).toEqual(kinds))

test.each([
  ['mailto:Jane@acme.example?subject=x', {kind: 'email', value: 'jane@acme.example'}],
  ['mailto:unsubscribe@acme.example', undefined],
  ['mailto:{{email}}', undefined],
  ['tel:+1-614-555-0129', {kind: 'phone', value: '+16145550129'}],
  ['https://wa.me/15550101234', {kind: 'messenger', value: 'wa.me/15550101234'}],
  ['https://t.me/share/url?url=x', undefined],
  ['https://cal.com/', undefined],
  ['https://calendly.com/jane/15min', {kind: 'calendar', value: 'calendly.com/jane/15min'}],
  ['https://acme.chilipiper.com', {kind: 'calendar', value: 'acme.chilipiper.com'}],
  ['https://acme.ir/%D8%AA%D9%85%D8%A7%D8%B3', {kind: 'contact-page', value: 'acme.ir/تماس'}],
  ['/contact', {kind: 'contact-page', value: '/contact'}],
  ['https://linkedin.com/company/acme', undefined],
  ['https://[bad', undefined],
  ['{{url}}', undefined]
])('the target %s', (href, expected) => expect(contactOfLink(href)).toEqual(expected))

test('bare links end where the link ends', () => {
  const text = 'see cal.com/jane/20, (acme.example/meet) or https://acme.co.uk/a. Read README.md, e.g. done.In Node.js'
  expect(findLinks(text).map(({start, end}) => text.slice(start, end))).toEqual([
    'cal.com/jane/20',
    'acme.example/meet',
    'https://acme.co.uk/a'
  ])
})

test('a country is told by domains of its own only', () => {
  expect(['a@b.co.uk', 'b.ir', 'b.com.au', 'b.io', 'b.com', 'b.example'].map(countryOfDomain)).toEqual([
    'GB',
    'IR',
    'AU',
    undefined,
    undefined,
    undefined
  ])
})

test('spans stay inside the text, in order, and hold what the value was read from', () => {
  const piece = fc.constantFrom(
    '+49 421 5550144',
    'jane@acme.example',
    ' ',
    '\n',
    'Tel ',
    '۰۹۱۲۵۵۵۰۱۶۴',
    '(',
    '/',
    'واتساپ ',
    'cal.com/x'
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({maxLength: 5})), {maxLength: 12}), (parts) => {
      const text = parts.join('')
      let last = 0
      for (const {start, end} of findContacts(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        last = start
      }
    }),
    {numRuns: 150}
  )
})

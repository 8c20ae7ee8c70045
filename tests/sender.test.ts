import {describe, expect, it} from 'vitest'
import {type Sender, schemaOf, validate} from '../src/config/index.js'
import {type Profile, profileOf} from '../src/fix/profile.js'
import {rules} from '../src/generated/rules.js'
import english from '../src/languages/en/index.js'
import persian from '../src/languages/fa/index.js'
import {anatomy, lint} from '../src/lint.js'
import {read} from './support/files.js'

const documented: Sender = JSON.parse(/```json sender\n([\s\S]*?)```/.exec(read('docs/fixes.md'))?.[1] ?? '')
const faults = (sender: unknown) =>
  validate({sender}, schemaOf(rules)).map(({path, message}) => `${path.join('.')}: ${message}`)

describe('the sender of a configuration', () => {
  it('is as the documentation shows it', () => {
    expect(faults(documented)).toEqual([])
  })

  it.each<[unknown, string]>([
    [{people: [{role: 'owner'}]}, 'sender.people.0: `sender.people[0]` must have `name`.'],
    [
      {people: [{name: 'Jo', phones: '1'}]},
      'sender.people.0.phones: `phones` is no setting of `sender.people[0]`: did you mean `phone`?'
    ],
    [{people: [7]}, 'sender.people.0: `sender.people[0]` must be a text or a map, not 7.'],
    [{descripton: 'x'}, 'sender.descripton: `descripton` is no setting of `sender`: did you mean `description`?'],
    [{description: 'We sell.\nAll of it.'}, 'sender.description: `sender.description`: It must be one line.'],
    [{optOut: ['x']}, 'sender.optOut: `sender.optOut` must be a text or a map, not a list.'],
    [{company: {}, address: []}, ''],
    [
      {company: {English: 'x'}},
      'sender.company.English: `English` is no name for a part of `sender.company`. Languages are named by two or three letters, such as `en` or `fa`.'
    ],
    [{company: {en: 7}}, 'sender.company.en: `sender.company.en` must be a text, not 7.'],
    [
      {people: [{name: 'Jo', messengers: {WhatsApp: 1}}]},
      'sender.people.0.messengers.WhatsApp: `sender.people[0].messengers.WhatsApp` must be a text, not 1.'
    ]
  ])('%j', (sender, message) => {
    expect(faults(sender).join('\n')).toBe(message)
  })
})

async function profile(draft: string, sender = documented, language = 'en'): Promise<Profile> {
  const email = await anatomy(`---\nlang: ${language}\n---\n\n${draft}`)
  return profileOf(sender, email, (language === 'fa' ? persian : english).wording)
}

describe('what holds for a draft', () => {
  it('is in its language', async () => {
    expect(await profile('با سلام\n\nیخ', documented, 'fa')).toMatchObject({
      company: 'یخ‌سازی هالام',
      name: 'ژاله پرنیان',
      role: 'مدیر فروش',
      optOut: undefined
    })
  })

  it('leaves a sentence of another script out', async () => {
    const {description, company} = await profile('یخ', {company: 'Hallam', description: 'We rent ice.'}, 'fa')
    expect([company, description]).toEqual(['Hallam', undefined])
  })

  it.each<[string, string, string | undefined]>([
    ['the one who signs', 'Dear Ann,\n\nice?\n\nKind regards,\n\nSam Okoro', 'Sam Okoro'],
    ['the first where nobody does', 'Dear Ann,\n\nice?', 'Jo Perrin'],
    ['nobody where somebody else does', 'Dear Ann,\n\nice?\n\nKind regards,\n\nMary Holt', undefined]
  ])('names %s', async (_, draft, name) => {
    expect((await profile(draft)).name).toBe(name)
  })

  it('gives nobody else the numbers of a person', async () => {
    const {contacts} = await profile('Dear Ann,\n\nice?\n\nKind regards,\n\nMary Holt')
    expect(contacts.map(({line}) => line)).toEqual(['Phone: +44 20 7946 0100', 'E-mail: office@hallam-ice.example'])
  })
})

describe('the anatomy', () => {
  it('knows names, address and opt-out sentence of the configuration', async () => {
    const sender = {
      people: ['xavi'],
      address: ['Bay 4', 'The Old Works'],
      optOut: 'Say "enough" to me.',
      company: 'oomph'
    }
    const draft =
      'Subject: Ice\nLang: en\n\nHello,\n\noomph here.\n\nBest,\n\nxavi, oomph\nBay 4, The Old Works\n01632 960 118\n\nSay "enough" to me.\n'
    const found = async (config: object) =>
      (await lint(draft, {format: 'text', config})).findings.map(({ruleId}) => ruleId)
    const known = await found({sender})
    const missing = ['physical-address', 'opt-out', 'contact-block', 'opening-identity']
    expect(missing.filter((id) => known.includes(id))).toEqual([])
    expect(missing.filter((id) => !known.includes(id)).length).toBe(4)
    expect((await found({})).filter((id) => missing.includes(id)).length).toBeGreaterThan(1)
  })
})

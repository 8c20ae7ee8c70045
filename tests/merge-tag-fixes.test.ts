import {describe, expect, it} from 'vitest'
import {lint} from '../src/lint.js'
import type {Format} from '../src/tree/index.js'

/** What is written in place of broken tags and placeholders, and where nothing is. */
async function offered(text: string, head = '', format: Format = 'markdown'): Promise<string[]> {
  const source = format === 'markdown' ? `---\nlang: en\n${head}---\n\n${text}\n` : `${head}\n${text}\n`
  const {findings} = await lint(source, {format})
  return findings
    .filter(({ruleId}) => ruleId === 'merge-tags')
    .map(({fixes, text}) => {
      const [fix] = fixes
      return fix ? `${fix.grade}: ${text} → ${fix.edits[0]?.text}` : `none: ${text}`
    })
}

describe('merge tags', () => {
  it.each<[string, string, string, string[]]>([
    ['a brace too few', 'Dear {{first_name},', '', ['safe: {{first_name} → {{first_name}}']],
    ['blanks kept', 'Dear {{ first_name },', '', ['safe: {{ first_name } → {{ first_name }}']],
    ['braces apart', 'Dear { {first_name} },', '', ['safe: { {first_name} } → {{first_name}}']],
    ['a star too few', 'Dear *|FNAME|,', '', ['safe: *|FNAME| → *|FNAME|*']],
    ['no opening braces', 'Dear first_name}},', '', ['suggest: first_name}} → {{first_name}}']],
    ['two readings', 'Dear {first_name}},', '', ['none: {first_name}}']],
    ['two readings, another tag', '{{city}} {first_name}},', '', ['suggest: {first_name}} → {{first_name}}']],
    ['a broken tag among others of another syntax', '%CITY% {{first_name},', '', ['none: {{first_name}']],
    [
      'a placeholder, its tag elsewhere',
      '{{company}} and [Company Name]',
      '',
      ['suggest: [Company Name] → {{company}}']
    ],
    [
      'a placeholder, a known sequencer',
      'Dear [First Name],',
      'dialect: lemlist\n',
      ['suggest: [First Name] → {{firstName}}']
    ],
    ['a placeholder, nothing known', 'Dear [First Name],', '', ['none: [First Name]']],
    ['a placeholder that may be anybody’s', '{{company}} and [Your Company]', '', ['none: [Your Company]']],
    ["another sequencer's tag", 'Dear *|FNAME|*,', 'dialect: lemlist\n', ['suggest: *|FNAME|* → {{firstName}}']],
    ['a word to fill in', 'Save XXX a year.', '', ['none: XXX']]
  ])('%s', async (_, text, head, wanted) => {
    expect(await offered(text, head)).toEqual(wanted)
  })

  it('are written in quoted-printable where the part is', async () => {
    const head = 'Subject: Doors\nContent-Transfer-Encoding: quoted-printable\n'
    expect(await offered('Dear {{first=5Fname},', head, 'eml')).toEqual(['safe: {{first_name} → {{first_name}}'])
  })

  it('are left alone in an encoded header', async () => {
    const head = 'Subject: =?utf-8?Q?T=C3=BCren_f=C3=BCr_=7B=7Bfirst=5Fname=7D?=\n'
    expect(await offered('Guten Tag', head, 'eml')).toEqual(['none: {{first_name}'])
  })
})

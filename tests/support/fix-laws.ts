import type {Sender} from '../../src/config/index.js'
import {applyEdits} from '../../src/fix/apply-edits.js'
import {lint} from '../../src/lint.js'
import type {Finding} from '../../src/result.js'
import type {Edit, Fix} from '../../src/rules/define-rule.js'
import type {Format} from '../../src/tree/index.js'

/** An invented sender in two languages; drafts that somebody signs get only what belongs to the company. */
export const sender: Sender = {
  company: {en: 'Hallam Ice', fa: 'یخ‌سازی هالام'},
  description: {
    en: 'We rent ice machines to hotel kitchens in Yorkshire.',
    fa: 'ما به آشپزخانه هتل‌ها دستگاه یخ‌ساز اجاره می‌دهیم.'
  },
  people: [
    {
      name: {en: 'Jo Perrin', fa: 'ژاله پرنیان'},
      role: {en: 'sales engineer', fa: 'مدیر فروش'},
      phone: '+44 20 7946 0123',
      email: 'jo.perrin@hallam-ice.example',
      messengers: {WhatsApp: '+44 7700 900123'}
    }
  ],
  phones: ['+44 20 7946 0100'],
  emails: ['office@hallam-ice.example'],
  address: {
    en: 'Hallam Ice, 12 Forge Lane, Sheffield S1 2AB, United Kingdom',
    fa: 'تهران، خیابان ولیعصر، کوچه سرو، پلاک ۱۲، کد پستی ۱۹۶۸۹۱۳۷۱۱'
  },
  optOut: {
    en: 'If ice is not your subject, tell me and I will not write again.',
    fa: 'اگر این پیشنهاد به کار شما نمی‌آید، بفرمایید تا دیگر ننویسم.'
  }
}

export interface Draft {
  readonly name: string
  readonly source: string
  readonly format: Format
}

const config = {sender, rules: {suppression: 'off', parse: 'warn'}} as const

/** Breaches of the laws that hold for every fix of every finding in a draft. */
export async function breaches({name, source, format}: Draft): Promise<string[]> {
  const {findings} = await lint(source, {format, config})
  const wrong: string[] = []
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      for (const breach of await breachesOf(fix, finding, findings, source, format))
        wrong.push(`${name} ${finding.ruleId} ${finding.line}:${finding.column} “${fix.message}” ${breach}`)
    }
  }
  return wrong
}

async function breachesOf(
  fix: Fix,
  finding: Finding,
  before: readonly Finding[],
  source: string,
  format: Format
): Promise<string[]> {
  const {text, made, refused} = applyEdits(source, [finding], format, () => fix)
  if (made.length === 0) return [`cannot be made: ${refused.map(({why}) => why).join()}`]
  const {findings: after} = await lint(text, {format, config})
  return [
    ...(alike(finding, after) < alike(finding, before) ? [] : ['leaves its finding']),
    ...newErrors(before, after).map((rule) => `brings a finding of ${rule}`),
    ...(repeats(fix, finding, after) ? ['is offered once more'] : []),
    ...(foreignLineEnds(source, fix.edits) ? ["has line ends that are not the file's"] : []),
    ...(fix.edits.some((edit) => source.slice(edit.start, edit.end) === edit.text) ? ['changes nothing'] : [])
  ]
}

function alike({ruleId, message}: Finding, findings: readonly Finding[]): number {
  return findings.filter((other) => other.ruleId === ruleId && other.message === message).length
}

function newErrors(before: readonly Finding[], after: readonly Finding[]): string[] {
  const rules = new Set(after.filter(({severity}) => severity === 'error').map(({ruleId}) => ruleId))
  const count = (findings: readonly Finding[], rule: string) => findings.filter(({ruleId}) => ruleId === rule).length
  return [...rules].filter((rule) => count(after, rule) > count(before, rule))
}

/** An insertion that would be made a second time beside the first. */
function repeats(fix: Fix, finding: Finding, after: readonly Finding[]): boolean {
  const inserted = (edits: readonly Edit[]) => edits.map(({text}) => text.trim()).join('\n')
  if (inserted(fix.edits) === '') return false
  const same = after.filter(({ruleId, message}) => ruleId === finding.ruleId && message === finding.message)
  return same.some(({fixes}) =>
    fixes.some(
      (other) => other.edits.every(({start, end}) => start === end) && inserted(other.edits) === inserted(fix.edits)
    )
  )
}

function foreignLineEnds(source: string, edits: readonly Edit[]): boolean {
  const crlf = /\r?\n/.exec(source)?.[0] === '\r\n'
  return edits.some(({text}) => (crlf ? /(?<!\r)\n/.test(text) : text.includes('\r')))
}

import type {Run, Totals} from './define-reporter.js'
import {plainColors} from './plain-colors.js'

/** The last line of a report for people; empty where `--quiet` has nothing to say. */
export function summaryOf({totals: all, quiet, colors, baseline = 'the baseline', scope = ''}: Run): string {
  const totals = quiet ? {...all, warnings: 0} : all
  const findings = totals.errors + totals.warnings
  if (quiet && findings === 0) return ''
  // What kept every file from being read was told already.
  if (totals.drafts === 0 && totals.ignored === 0) return ''
  const head = findings === 0 ? colors.green(clean(totals)) : colors.red(found(totals))
  return `${[head, ...asides(totals, baseline), scope].filter(Boolean).join(' ')}\n`
}

/** For pages, where no terminal shows colours. */
export function plainSummaryOf(run: Run): string {
  return summaryOf({...run, colors: plainColors}).trim()
}

function clean({drafts}: Totals): string {
  return `${counted(drafts, 'draft')}, nothing found.`
}

function found({drafts, draftsWithFindings, errors, warnings}: Totals): string {
  const levels = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
  const where = drafts === 1 ? '1 draft' : `${draftsWithFindings} of ${drafts} drafts`
  return `${levels.filter(Boolean).join(' and ')} in ${where}.`
}

function asides({fixed, fixable, suppressed, accepted, passedOver, failed}: Totals, baseline: string): string[] {
  return [
    fixed > 0 ? `${counted(fixed, 'edit')} made.` : '',
    fixable > 0 ? `${fixable} can be fixed with --fix.` : '',
    suppressed > 0 ? `${suppressed} suppressed.` : '',
    accepted > 0 ? `${accepted} accepted by ${baseline}.` : '',
    passedOver > 0 ? `${counted(passedOver, 'file')} passed over (--verbose says why).` : '',
    failed > 0 ? `${counted(failed, 'file')} could not be linted.` : ''
  ]
}

export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

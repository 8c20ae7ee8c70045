import type {Totals} from '../../report/shared/define-reporter.js'
import type {LintOptions} from './lint-command.js'

export function noTotals(): Totals {
  return {
    drafts: 0,
    draftsWithFindings: 0,
    errors: 0,
    warnings: 0,
    fixable: 0,
    suppressed: 0,
    accepted: 0,
    fixed: 0,
    passedOver: 0,
    ignored: 0,
    failed: 0
  }
}

/** @param none why it is fine that there is no draft, where it is */
export function tellWhatIsWrong(
  totals: Totals,
  {maxWarnings, quiet}: LintOptions,
  none: string | undefined,
  tell: (line: string) => void
): void {
  if (foundNone(totals)) {
    if (none === undefined || !quiet) tell(nothingChecked(totals, none))
  } else if (hasTooManyWarnings(totals, maxWarnings)) {
    tell(`more warnings (${totals.warnings}) than --max-warnings allows (${maxWarnings})`)
  }
}

function nothingChecked({passedOver}: Totals, none = 'no draft was found, so nothing was checked'): string {
  if (passedOver === 0) return none
  const files = passedOver === 1 ? '1 file was' : `${passedOver} files were`
  return `${none}; ${files} passed over (--verbose says why)`
}

/** A check of nothing must not pass for a check; files that the user named and the configuration ignores are fine. */
function foundNone({drafts, failed, ignored}: Totals): boolean {
  return drafts === 0 && failed === 0 && ignored === 0
}

function hasTooManyWarnings({warnings}: Totals, maxWarnings: number | undefined): boolean {
  return maxWarnings !== undefined && warnings > maxWarnings
}

export function exitCode(totals: Totals, {maxWarnings}: LintOptions, none: string | undefined, unpruned = 0): number {
  if (totals.failed > 0 || unpruned > 0) return 2
  if (totals.errors > 0 || hasTooManyWarnings(totals, maxWarnings)) return 1
  return foundNone(totals) && none === undefined ? 2 : 0
}

import {appendFileSync, statSync} from 'node:fs'
import type {JobSummary} from '../../report/shared/define-reporter.js'
import {trimEndOf} from '../../trim-end.js'
import {reasonOf} from '../failures.js'

// https://docs.github.com/en/actions/reference/workflows-and-actions/variables and
// https://docs.gitlab.com/ci/variables/predefined_variables/
const checkouts = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR']

// GitHub takes 1 MiB of summary a step and refuses all of it above.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const mostSummary = 1024 * 1024

/** The folder of the checked-out repository, where the run is below it; else the working directory. */
export function checkedOut(cwd: string): string {
  const roots = checkouts.flatMap((name) => process.env[name] || [])
  return roots.find((root) => `${cwd}/`.startsWith(`${trimEndOf(root, '/')}/`)) ?? cwd
}

/** The page that GitHub shows for a step. */
export async function openJobSummary(tell: (line: string) => void): Promise<JobSummary | undefined> {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file) return undefined
  const size = statSync(file, {throwIfNoEntry: false})?.size ?? 0
  return {
    room: mostSummary - size,
    // The findings are told elsewhere too: a summary that can't be written is no reason to fail.
    async write(markdown) {
      try {
        appendFileSync(file, markdown)
      } catch (error) {
        tell(`the job summary could not be written: ${reasonOf(error)}`)
      }
    }
  }
}

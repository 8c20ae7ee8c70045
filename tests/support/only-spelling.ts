import {ownFindings} from '../../src/config/own-findings.js'
import {rules} from '../../src/generated/rules.js'

/** For a command with the rule of `cli-with-safe-fix`: nothing depends on what the real rules find. */
const ids = [...Object.keys(rules), ...Object.keys(ownFindings)].filter((id) => id !== 'suppression')

export const onlySpelling = JSON.stringify({rules: Object.fromEntries(ids.map((id) => [id, 'off']))})

/** A draft whose words stand from line 6 on. */
export function draftOf(...lines: string[]): string {
  return `---\nsubject: Racks\nlang: en\n---\n\n${lines.join('\n')}\n`
}

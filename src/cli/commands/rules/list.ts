import {rules} from '../../../generated/rules.js'
import {Output} from '../../output.js'
import {openSession} from '../../session.js'
import type {GlobalOptions} from '../define-command.js'

export async function listRules(options: GlobalOptions): Promise<void> {
  const {settingsFor, stdinFile} = await openSession(options)
  const settings = settingsFor(stdinFile).rules
  const ids = Object.keys(rules).sort()
  const idWidth = Math.max(...ids.map((id) => id.length))
  const lines = ids.map((id) => {
    const level = settings.get(id)?.level ?? 'off'
    return `${id.padEnd(idWidth)}  ${level.padEnd(5)}  ${rules[id]?.category.padEnd(7)}  ${rules[id]?.summary}\n`
  })
  await new Output(process.stdout).write(lines.join(''))
}

import {readNamed} from '../../files/read-named.js'
import {anatomyOf} from '../../lint/engine.js'
import {colorsFor, Output} from '../../output.js'
import {openSession} from '../../session.js'
import type {GlobalOptions} from '../define-command.js'
import {anatomyReport} from './report.js'

export async function showAnatomy(file: string, options: GlobalOptions): Promise<void> {
  const session = await openSession(options)
  const email = await anatomyOf(await readNamed(file, session), session)
  await new Output(process.stdout).write(anatomyReport(email, await colorsFor(process.stdout, options.color)))
}

import {anatomyOf} from '../lint/engine.js'
import {colorsFor, Output} from '../output.js'
import {type JudgingOptions, openSession} from '../session.js'
import {anatomyReport} from './anatomy-report.js'
import {readNamed} from './read-named.js'

export async function anatomyCommand(file: string, options: JudgingOptions & {color: boolean}): Promise<void> {
  const session = await openSession(options)
  const email = await anatomyOf(await readNamed(file, session), session)
  await new Output(process.stdout).write(anatomyReport(email, await colorsFor(process.stdout, options.color)))
}

import path from 'node:path'
import {printConfig} from '../../config/print.js'
import {Output} from '../output.js'
import {type JudgingOptions, openSession} from '../session.js'

export async function printConfigCommand(file: string, options: JudgingOptions): Promise<void> {
  const session = await openSession(options)
  await new Output(process.stdout).write(printConfig(session.settingsFor(path.resolve(session.cwd, file))))
}

import {CommanderError} from 'commander'
import {messagesOf} from './failures.js'
import {program} from './program.js'
import {complain} from './standard-output.js'

/** Does what the command line says and sets the exit code; never rejects. */
export async function run(): Promise<void> {
  try {
    const command = await program(process.argv.slice(2), (code) => {
      process.exitCode = code
    })
    await command.parseAsync()
  } catch (error) {
    // Commander has told what was wrong itself; its own code for help and version is 0.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      for (const message of messagesOf(error)) complain(message)
      if (process.argv.includes('--verbose') && error instanceof Error) process.stderr.write(`${error.stack}\n`)
      process.exitCode = 2
    }
  }
}

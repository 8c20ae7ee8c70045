import {CommanderError} from 'commander'
import {tellFailure} from './failures.js'
import {program} from './program.js'

/** Does what the command line says and sets the exit code; never rejects. */
export async function run(): Promise<void> {
  try {
    await program((code) => {
      process.exitCode = code
    }).parseAsync()
  } catch (error) {
    // Commander has told what was wrong itself; its own code for help and version is 0.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      tellFailure(error, process.argv.includes('--verbose'))
      process.exitCode = 2
    }
  }
}

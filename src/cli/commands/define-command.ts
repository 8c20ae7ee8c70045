import type {Command} from 'commander'
import type {JudgingOptions} from '../session.js'

/** The options that the command line has for every command. */
export type GlobalOptions = JudgingOptions & {readonly color: boolean; readonly verbose?: boolean}

export interface CommandSetup {
  /** One line, for the help. */
  readonly summary: string
  /**
   * Adds arguments, options and the action. What the action needs is loaded when it runs.
   * @param globals reads what the command line says beside the command's own options
   * @param exit sets the exit code; 0 where it is not called
   */
  setUp(command: Command, globals: () => GlobalOptions, exit: (code: number) => void): void
}

/** A folder here is a command of its name. */
export function defineCommand(setup: CommandSetup): CommandSetup {
  return setup
}

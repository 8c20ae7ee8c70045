import {Command, InvalidArgumentError, Option} from 'commander'
import manifest from '../../package.json' with {type: 'json'}
import {formats} from '../generated/formats.js'
import {reporters} from '../generated/reports.js'
import {oneLine} from './failures.js'
import type {LintOptions} from './lint/lint-command.js'

const help = `
Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong use, wrong configuration or a file that could not be read.
A file or folder that is named like a command is written ./rules.`

/** The command line. What a command needs beyond its options is loaded when it runs. */
export function program(exit: (code: number) => void): Command {
  const command = new Command('coldread')
    .description('Reads a cold B2B email the way its buyer will, and points at the words that make it fail.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({outputError: (text, write) => write(`coldread: ${oneLine(text.replace(/^error: /, ''))}\n`)})
    .addHelpText('after', help)
  addLint(command, exit)
  addCommands(command)
  return command
}

function addLint(command: Command, exit: (code: number) => void): void {
  command
    .argument('[paths...]', 'files, folders, globs, or - for standard input; default: the drafts under this folder')
    .option('--format <name>', `how to report: ${Object.keys(reporters).join(', ')}`, 'pretty')
    .option('--fix', 'make the safe edits')
    .option('--fix-dry-run', 'show the safe edits as a diff, change nothing')
    .option('--max-warnings <number>', 'exit with 1 above this many warnings', wholeNumber)
    .option('--quiet', 'report errors only, and nothing at all where there is none')
    .option('--rule <id:level>', 'set a rule for this run; may be given again', collect)
    .option('--config <file>', 'the configuration, in place of the one that is found')
    .option('--no-config', 'use no configuration')
    .option('--print-config <file>', 'print the settings that hold for a file')
    .option('--stdin-filename <name>', 'the file that standard input stands for')
    .addOption(
      new Option('--format-as <format>', 'read the drafts as this format whatever their names').choices(
        Object.keys(formats)
      )
    )
    .option('--max-file-size <bytes>', 'refuse files above this size', wholeNumber)
    .option('--no-color', 'print without colours')
    .option('--verbose', 'say why files are passed over')
    .action(async (paths: string[], options: LintOptions & {printConfig?: string}) => {
      const {printConfig} = options
      if (printConfig === undefined) exit(await (await import('./lint/lint-command.js')).lintCommand(paths, options))
      else await (await import('./commands/print-config.js')).printConfigCommand(printConfig, options)
    })
}

function addCommands(command: Command): void {
  command
    .command('rules')
    .description('list the rules with the level that holds here')
    .action(async () => (await import('./commands/rules.js')).rulesCommand(command.opts()))
  command
    .command('explain')
    .description('say what a rule looks for, why, and what it rests on')
    .argument('[rule]', 'id of the rule')
    .option('--finding <file:line:column>', 'say what a finding rests on: phrases, the trained model, structure')
    .action(async (id: string | undefined, {finding}: {finding?: string}) => {
      if (finding === undefined) await (await import('./commands/explain.js')).explainCommand(id)
      else await (await import('./commands/explain-finding.js')).explainFindingCommand(finding, command.opts())
    })
  command
    .command('anatomy')
    .description('show a draft as it was understood: each part named beside the text')
    .argument('<file>', 'a draft, or - for standard input')
    .action(async (file: string) => (await import('./commands/anatomy.js')).anatomyCommand(file, command.opts()))
  command
    .command('init')
    .description('write a coldread.config.jsonc to begin with')
    .action(async () => (await import('./commands/init.js')).initCommand())
}

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

import {Command, InvalidArgumentError, Option} from 'commander'
import manifest from '../../package.json' with {type: 'json'}
import {commands} from '../generated/commands.js'
import {formats} from '../generated/formats.js'
import {reporters} from '../generated/reports.js'
import {oneLine} from './failures.js'
import type {StreamOptions} from './stream/index.js'

const help = `
Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong use, wrong configuration or a file that could not be read.
A file or folder that is named like a command is written ./rules.`

/** What has a meaning for files alone. */
const forFiles = [
  ...['format', 'outputFile', 'fix', 'fixDryRun', 'staged', 'since', 'onlyDrafts', 'printConfig', 'watch'],
  ...['cache', 'cacheLocation', 'jobs', 'suppressAll', 'suppressRule', 'pruneSuppressions', 'suppressionsLocation'],
  'passOnUnprunedSuppressions'
]

/**
 * The command line. What a command needs beyond its options is loaded when it runs.
 * @param words what the user wrote
 * @param exit sets the exit code
 */
export async function program(words: readonly string[], exit: (code: number) => void): Promise<Command> {
  const command = new Command('coldread')
    .description('Reads a cold B2B email the way its buyer will, and points at the words that make it fail.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({outputError: (text, write) => write(`coldread: ${oneLine(text.replace(/^error: /, ''))}\n`)})
    .addHelpText('after', help)
  addLint(command, exit)
  await addCommands(command, words, exit)
  return command
}

function addLint(command: Command, exit: (code: number) => void): void {
  command
    .argument('[paths...]', 'files, folders, globs, or - for standard input; default: the drafts under this folder')
    .option('--format <name>', `how to report: ${Object.keys(reporters).join(', ')}`, 'pretty')
    .option('-o, --output-file <file>', 'write the report to a file')
    .option('--fix', 'make the safe edits')
    .option('--fix-dry-run', 'show the safe edits as a diff, change nothing')
    .option('--max-warnings <number>', 'exit with 1 above this many warnings', wholeNumber)
    .option('--staged', 'lint what is staged for the next commit, not what lies in the work tree')
    .option('--since <commit>', 'report only what changed since the branch parted from a commit, tag or branch')
    .option('--only-drafts', 'pass over named files that are no drafts, as in a folder')
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
    .option('--max-file-size <bytes>', 'refuse files, and records of a stream, above this size', wholeNumber)
    .addOption(
      new Option('--ndjson', 'judge a stream of records: a JSON object a line in, one a line out').conflicts(forFiles)
    )
    .addOption(
      new Option('--csv', 'judge a stream of records: the rows of a table in, as --ndjson out').conflicts([
        ...forFiles,
        'ndjson'
      ])
    )
    .option('--fields <field=key,...>', 'which keys or columns hold the parts of a mail; may be given again', collect)
    .option('--from-offset <bytes>', 'go on behind a record, at the `offset` of its answer', wholeNumber)
    .option(
      '--jobs <number>',
      'how many threads judge; default: one, and above 3,000 drafts (300 on four cores) one a core, up to 8',
      threads
    )
    .option('--cache', 'judge anew only drafts that changed')
    .option('--cache-location <file>', 'where results are kept: .coldreadcache/results')
    .option('--watch', 'lint again whenever a draft or the configuration changes')
    .option('--suppress-all', 'accept every finding there is now; later runs report new ones only')
    .option('--suppress-rule <id>', 'accept what this rule finds now; may be given again', collect)
    .option('--prune-suppressions', 'take out what was accepted and is mended')
    .option('--suppressions-location <file>', 'where accepted findings are kept: coldread-suppressions.json')
    .option('--pass-on-unpruned-suppressions', 'do not fail where an accepted finding is mended')
    .option('--no-color', 'print without colours')
    .option('--verbose', 'say why files are passed over')
    .action(async (paths: string[], options: StreamOptions & {printConfig?: string}) => {
      const {printConfig, ndjson, csv, fields, fromOffset} = options
      if (printConfig !== undefined)
        await (await import('./lint/print-config.js')).printConfigCommand(printConfig, options)
      else if (ndjson || csv || fields || fromOffset !== undefined)
        exit(await (await import('./stream/index.js')).streamCommand(paths, options))
      else exit(await (await import('./lint/lint-command.js')).lintCommand(paths, options))
    })
}

/** Only those that the command line may mean: to name them all, for the help, takes loading them all. */
async function addCommands(command: Command, words: readonly string[], exit: (code: number) => void): Promise<void> {
  const named = Object.entries(commands).filter(([name]) => words.includes(name))
  for (const [name, load] of named.length > 0 || !asksForHelp(words) ? named : Object.entries(commands)) {
    const {summary, setUp} = await load()
    setUp(command.command(name).description(summary), () => command.opts(), exit)
  }
}

function asksForHelp(words: readonly string[]): boolean {
  return ['help', '--help', '-h'].some((word) => words.includes(word))
}

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

/** Each holds all that a process of its own would: a slip of the finger must not fill the memory. */
const mostThreads = 64

function threads(value: string): number {
  const number = wholeNumber(value)
  if (number < 1 || number > mostThreads) throw new InvalidArgumentError(`It must be from 1 to ${mostThreads}.`)
  return number
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

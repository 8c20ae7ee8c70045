import type {LintOptions} from '../../lint/lint-command.js'
import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'make the safe edits, or go through the suggestions one by one',
  setUp(command, globals, exit) {
    command
      .argument('[paths...]', 'files, folders or globs; default: the drafts under this folder')
      .option('--suggested', 'make the suggestions too; they reword what a person wrote, so read what they did')
      .option('-i, --interactive', 'show each edit and ask, in a terminal')
      .action(async (paths: string[], own: {suggested?: boolean; interactive?: boolean}) => {
        const options = globals() as LintOptions
        if (own.interactive) exit(await (await import('./walk.js')).walk(paths, options, own))
        else {
          const {lintCommand} = await import('../../lint/lint-command.js')
          exit(await lintCommand(paths, {...options, fix: !options.fixDryRun, suggested: own.suggested ?? false}))
        }
      })
  }
})

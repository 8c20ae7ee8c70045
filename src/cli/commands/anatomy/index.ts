import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'show a draft as it was understood: each part named beside the text',
  setUp(command, globals) {
    command
      .argument('<file>', 'a draft, or - for standard input')
      .action(async (file: string) => (await import('./show.js')).showAnatomy(file, globals()))
  }
})

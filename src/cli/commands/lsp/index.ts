import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'serve an editor over standard input and output (Language Server Protocol)',
  setUp(command) {
    command
      .option('--stdio', 'talk over standard input and output; the only way there is, so it may be left out')
      .action(async () => (await import('../../../lsp/server.js')).serve())
  }
})

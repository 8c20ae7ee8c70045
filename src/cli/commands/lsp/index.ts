import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'serve an editor over standard input and output (Language Server Protocol)',
  setUp(command) {
    command
      .option('--stdio', 'talk over standard input and output; the only way there is, so it may be left out')
      // Read by the library that speaks the protocol. https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#implementationConsiderations
      .option('--clientProcessId <number>', 'the editor’s process, with which the server ends')
      .action(async () => (await import('../../../lsp/server.js')).serve())
  }
})

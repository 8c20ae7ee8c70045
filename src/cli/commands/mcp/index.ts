import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'serve AI agents over standard input and output (Model Context Protocol)',
  setUp(command, globals) {
    command
      .argument('[folders...]', 'where drafts may be read; default: the folders that the client names, else this one')
      .action(async (folders: string[]) => (await import('../../../mcp/server.js')).serve(folders, globals()))
  }
})

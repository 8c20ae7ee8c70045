import path from 'node:path'
import {setImmediate as nextTurn} from 'node:timers/promises'
import {McpServer} from '@modelcontextprotocol/sdk/server/mcp.js'
import {StdioServerTransport} from '@modelcontextprotocol/sdk/server/stdio.js'
import manifest from '../../package.json' with {type: 'json'}
import {messagesOf} from '../cli/failures.js'
import {type JudgingOptions, openSession} from '../cli/session.js'
import {complain} from '../cli/standard-output.js'
import {type Host, resultOf, type Tool} from './define-tool.js'
import {foldersOf, reach} from './reach.js'
import {tools} from './tools/index.js'

const instructions = `Coldread judges cold B2B e-mails the way a busy professional buyer reads them, before they are sent. It is a linter and no model: the same draft gets the same judgement, offline, each finding at its words and with its grounds. It does not flatter, promises no replies and sends nothing.
Judge a draft with lint_text or lint_file, mend what is marked, judge again until nothing is left. Errors break the law or the buyer's trust; warnings cost clarity or tone. Do not invent facts to silence a finding (a name, an address, a figure, a customer): ask the user for them. Where a finding is wrong for this letter, the draft may say so beside a reason: <!-- coldread-disable-next rule-id -- the reason -->.`

/** In bytes. A text of the longest kind, each character escaped, and room for what is around it. */
const longestMessage = 4_000_000

/**
 * Serves one client until it hangs up.
 * @param folders where files may be read; none: the client's roots, else the working directory
 */
export async function serve(folders: readonly string[], options: JudgingOptions): Promise<void> {
  const server = new McpServer({name: 'coldread', title: 'Coldread', version: manifest.version}, {instructions})
  const host = hostFor(server, folders, options)
  for (const tool of tools) register(tool, server, host)
  // A client that is gone reads no answer.
  process.stdout.on('error', () => process.exit(0))
  server.server.onerror = (error) => complain(`a message could not be handled: ${error.message}`)
  await server.connect(new StdioServerTransport(process.stdin, process.stdout, {maxBufferSize: longestMessage}))
}

function register({name, title, description, input, output, run}: Tool, server: McpServer, host: Host): void {
  const config = {
    title,
    description,
    inputSchema: input,
    ...(output && {outputSchema: output}),
    annotations: {title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false}
  }
  server.registerTool(name, config, async (given, {signal}) => {
    try {
      // A judgement can't be interrupted: what was cancelled meanwhile is heard before one begins.
      await nextTurn()
      signal.throwIfAborted()
      return resultOf(await run(given, host))
    } catch (error) {
      return {content: [{type: 'text', text: messagesOf(error).join('\n')}], isError: true}
    }
  })
}

function hostFor({server}: McpServer, named: readonly string[], {config, ...others}: JudgingOptions): Host {
  // Named where the server was started, while drafts may lie in other folders.
  const options =
    typeof config === 'string'
      ? {...others, config: path.resolve(config)}
      : {...others, ...(config === false && {config})}
  const folders = async (): Promise<readonly string[]> => {
    if (named.length > 0) return named
    if (!server.getClientCapabilities()?.roots) return [process.cwd()]
    // Nothing may be read for a client that can't say where.
    return foldersOf((await server.listRoots().catch(() => ({roots: []}))).roots)
  }
  return {
    open: async (folder) => openSession(options, folder ?? (await folders())[0]),
    reach: async (file) => reach(file, await folders())
  }
}

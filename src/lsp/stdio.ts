import {
  type Connection,
  createConnection,
  ErrorCodes,
  type Message,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver/node'
import {complain} from '../cli/standard-output.js'
import {lifecycle} from './lifecycle.js'

/** Standard input and output as a connection to the editor. */
export function connect(): Connection {
  const reader = new StreamMessageReader(process.stdin)
  const writer = new StreamMessageWriter(keepToOurselves())
  let isShutDown = false
  reader.onError((error) => {
    if (error instanceof SyntaxError) writer.write(notJson(error)).catch(() => undefined)
    // Where a message's header is broken nobody knows where the next one begins: an editor starts a new server.
    else if (error.name === 'Error') leave(`the editor sent what is no message: ${error.message}`, 1)
  })
  const connection = createConnection(ProposedFeatures.all, reader, writer, {messageStrategy: lifecycle(writer)})
  connection.onShutdown(() => {
    isShutDown = true
  })
  for (const end of ['end', 'close']) process.stdin.on(end, () => process.exit(isShutDown ? 0 : 1))
  return connection
}

/** Only messages may go to standard output; what else writes there, such as a configuration that is a program, is moved. */
function keepToOurselves(): NodeJS.WriteStream {
  const {stdout, stderr} = process
  // An editor that is gone reads nothing any more; that its process ended is learnt otherwise.
  stdout.on('error', () => undefined)
  Object.defineProperty(process, 'stdout', {value: stderr})
  return stdout
}

function notJson({message}: Error): Message {
  return {jsonrpc: '2.0', id: null, error: {code: ErrorCodes.ParseError, message}} as Message
}

function leave(why: string, code: number): void {
  complain(why)
  process.exit(code)
}

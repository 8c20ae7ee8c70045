import {ErrorCodes, Message, type MessageStrategy, type MessageWriter} from 'vscode-languageserver/node'

type Stage = 'before' | 'running' | 'after'

const refusals: Readonly<Record<Exclude<Stage, 'running'>, {readonly code: number; readonly message: string}>> = {
  before: {code: ErrorCodes.ServerNotInitialized, message: 'The first request must be `initialize`.'},
  after: {code: ErrorCodes.InvalidRequest, message: 'The server was shut down: only `exit` may follow.'}
}

const twice = {code: ErrorCodes.InvalidRequest, message: '`initialize` may be sent only once.'}

/**
 * Lets a message through where the protocol allows it at this stage of the server's life.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#initialize
 */
export function lifecycle(writer: MessageWriter): MessageStrategy {
  let stage: Stage = 'before'
  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const refusal = refusalOf(message.method, stage)
        if (refusal) return writer.write({jsonrpc: '2.0', id: message.id, error: refusal} as Message)
        stage = stageAfter(message.method, stage)
      } else if (Message.isNotification(message) && stage !== 'running' && message.method !== 'exit') return undefined
      return next(message)
    }
  }
}

function refusalOf(method: string, stage: Stage) {
  if (method === 'initialize') return stage === 'before' ? undefined : twice
  return stage === 'running' ? undefined : refusals[stage]
}

function stageAfter(method: string, stage: Stage): Stage {
  if (method === 'initialize') return 'running'
  return method === 'shutdown' ? 'after' : stage
}

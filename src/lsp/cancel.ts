import {type CancellationToken, LSPErrorCodes, ResponseError} from 'vscode-languageserver/node'
import type {OpenDocument} from './open-document.js'

/** Gives an answer that is still wanted. @throws ResponseError where the editor took its request back meanwhile */
export function unlessCancelled<Answer>(answer: Answer, token: CancellationToken): Answer {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
  return answer
}

/** Gives an answer whose places are those of the text as it still is. @throws ResponseError where somebody typed meanwhile */
export function unlessChanged<Answer>(answer: Answer, document: OpenDocument, version: number): Answer {
  if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document was changed.')
  return answer
}

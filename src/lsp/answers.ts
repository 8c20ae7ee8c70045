import type {CancellationToken, CompletionItem, CompletionParams, Connection} from 'vscode-languageserver/node'
import {codeActions} from './actions/index.js'
import {unlessCancelled, unlessChanged} from './cancel.js'
import {completions} from './completion/index.js'
import type {Desk} from './desk.js'
import {answerDiagnostics} from './diagnostics/pull.js'
import type {Examined} from './examine.js'
import {hints, lenses} from './glance.js'
import {hover} from './hover.js'
import type {OpenDocument} from './open-document.js'
import {flatSymbols, foldings, symbols} from './outline.js'
import {formatOf} from './which-draft.js'

/** What the editor may ask for, each answered from the draft as it stands when the answer is given. */
export function answerRequests(connection: Connection, desk: Desk): void {
  const about = aboutDrafts(desk)
  connection.onCodeAction(
    about([], (draft, document, params, isWanted) => codeActions(params, {draft, document, desk, isWanted}))
  )
  connection.onHover(about(null, (draft, document, params) => hover(params, draft, document)))
  connection.onDocumentSymbol(
    about([], ({email}, document) =>
      desk.abilities.nestsSymbols ? symbols(email, document) : flatSymbols(email, document)
    )
  )
  connection.onFoldingRanges(about([], ({email}, document) => foldings(email, document)))
  connection.onCodeLens(about([], ({email}, document) => lenses(email, document)))
  connection.languages.inlayHint.on(about([], ({email}, document) => hints(email, document)))
  connection.onCompletion(async (params, token) => unlessCancelled(await complete(params, desk), token))
  answerDiagnostics(connection, desk)
}

interface AboutDocument {
  readonly textDocument: {readonly uri: string}
}

type Answering<Params, Answer> = (
  draft: Examined,
  document: OpenDocument,
  params: Params,
  isWanted: () => boolean
) => Answer | Promise<Answer>

function aboutDrafts(desk: Desk) {
  /** @param otherwise the answer about a document that is no draft */
  return <Params extends AboutDocument, Answer>(otherwise: Answer, answer: Answering<Params, Answer>) =>
    async (params: Params, token: CancellationToken): Promise<Answer> => {
      const document = desk.documents.get(params.textDocument.uri)
      const draft = unlessCancelled(await desk.read(document), token)
      if (!document || !draft) return otherwise
      const {version} = document
      const isWanted = () => document.version === version && !token.isCancellationRequested
      const answered = await answer(draft, document, params, isWanted)
      return unlessCancelled(unlessChanged(answered, document, version), token)
    }
}

async function complete(params: CompletionParams, desk: Desk): Promise<CompletionItem[]> {
  const document = desk.documents.get(params.textDocument.uri)
  const format = document && formatOf(document)
  if (!document || !format) return []
  const draft = await desk.read(document)
  const beside = desk.documents.all().filter((other) => other !== document)
  const others = draft ? await Promise.all(beside.map((other) => desk.read(other))) : []
  return completions(
    params,
    format,
    draft,
    others.flatMap((other) => other?.email ?? []),
    document
  )
}

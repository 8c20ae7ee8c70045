import type {CallToolResult} from '@modelcontextprotocol/sdk/types.js'
import type {z} from 'zod'
import type {Session} from '../cli/session.js'
import type {Reached} from './reach.js'

/** What a tool may ask of the server that it runs in. */
export interface Host {
  /** The configuration as it is now, for drafts in a folder; in the first one where none is named. */
  open(folder?: string): Promise<Session>
  /** @throws UsageError for a file that may not be read */
  reach(file: string): Promise<Reached>
}

type Output = Readonly<Record<string, unknown>>

interface Answer {
  /** Blocks of text, for the model. */
  readonly text: readonly string[]
  /** The same for programs; as the output schema says. */
  readonly data?: Output
}

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: z.ZodObject
  readonly output?: z.ZodObject
  run(input: unknown, host: Host): Promise<Answer>
}

interface ToolDefinition<Input extends z.ZodObject> extends Omit<Tool, 'input' | 'run'> {
  readonly input: Input
  run(input: z.infer<Input>, host: Host): Promise<Answer>
}

/** Gives a tool its types. The SDK has checked the input against the schema before a tool runs. */
export function defineTool<Input extends z.ZodObject>(tool: ToolDefinition<Input>): Tool {
  return {...tool, run: (input, host) => tool.run(input as z.infer<Input>, host)}
}

export function resultOf({text, data}: Answer): CallToolResult {
  const content = text.map((each) => ({type: 'text' as const, text: each}))
  return data ? {content, structuredContent: data} : {content}
}

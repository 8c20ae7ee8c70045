/** Something wrong in a configuration. Lines and columns are 1-based; a program's file has none. */
export interface ConfigProblem {
  readonly message: string
  readonly file: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined
}

/** A configuration that can't be used. Its own place and message are those of the first problem. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]
  readonly file: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(problems: readonly ConfigProblem[]) {
    const [first] = problems
    super(first?.message)
    this.name = 'ConfigError'
    this.problems = problems
    this.file = first?.file
    this.line = first?.line
    this.column = first?.column
  }

  static of(message: string, file?: string, place?: {line: number; column: number}): ConfigError {
    return new ConfigError([{message, file, line: place?.line, column: place?.column}])
  }
}

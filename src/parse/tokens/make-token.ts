import type {Span, Token, TokenKind} from '../../tree/index.js'

interface TokenParts {
  readonly name?: string | undefined
  readonly fallback?: string | undefined
  readonly alternatives?: readonly Span[]
}

export function makeToken(
  source: string,
  kind: TokenKind,
  syntax: string,
  span: Span,
  {name, fallback, alternatives}: TokenParts = {}
): Token {
  const {start, end} = span
  const base = {type: 'token', kind, syntax, start, end, raw: source.slice(start, end), name, fallback} as const
  return alternatives ? {...base, alternatives} : base
}

/** Matches a sticky pattern at one place. */
export function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(source) ?? undefined
}

/** The span of a sorted, disjoint list that holds the offset. */
export function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle] as Span
    if (offset < span.start) high = middle - 1
    else if (offset >= span.end) low = middle + 1
    else return span
  }
  return undefined
}

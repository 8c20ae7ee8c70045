export interface Mailbox {
  /** The display name without quotes; undefined where there is none. */
  readonly name: string | undefined
  readonly address: string | undefined
}

const ANGLE = /<\s*([^<>\s]{3,254})\s*>/
const BARE = /(?:^|[\s(])([^\s<>()"@,]{1,64}@[^\s<>()"@,]{3,190})/
const COMMENT = /\(([^()]{1,120})\)\s*$/

/** Reads the first mailbox of a From value: `"Name" <address>`, `address (Name)`, an address or a name alone. */
export function nameOfMailbox(fromHeader: string): Mailbox {
  const value = fromHeader.slice(0, 1000)
  const angle = ANGLE.exec(value)
  if (angle) return {name: unquoted(value.slice(0, angle.index)), address: angle[1]?.toLowerCase()}
  const bare = BARE.exec(value)
  if (bare) return {name: unquoted(COMMENT.exec(value)?.[1] ?? ''), address: bare[1]?.toLowerCase()}
  return {name: unquoted(value), address: undefined}
}

function unquoted(text: string): string | undefined {
  const trimmed = text.trim()
  const inner = /^(["'])(.*)\1$/s.exec(trimmed)?.[2] ?? trimmed
  const name = inner
    .replace(/\\(["\\])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return name === '' ? undefined : name
}

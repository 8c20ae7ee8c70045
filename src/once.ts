/** A value that is made when it is first asked for: most drafts never ask, and a start should not pay for it. */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

import type {Colors} from 'picocolors/types.js'

/** Standard output for as long as somebody reads it: `coldread | head` closes it early, which is no failure. */
export class Output {
  open = true

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      this.open = false
    })
  }

  /** Resolves when the text has left, so that a slow reader slows the run and not fills the memory. */
  async write(text: string | Uint8Array): Promise<void> {
    if (!this.open || text.length === 0) return
    await new Promise<void>((resolve) => this.stream.write(text, () => resolve()))
  }
}

/** https://no-color.org and https://force-color.org; what was asked for on the command line goes first. */
export function wantsColor(stream: {isTTY?: boolean}, asked: boolean): boolean {
  const {NO_COLOR, FORCE_COLOR, TERM} = process.env
  if (!asked || NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return stream.isTTY === true && TERM !== 'dumb'
}

export async function colorsFor(stream: {isTTY?: boolean}, asked: boolean): Promise<Colors> {
  const {default: colors} = await import('picocolors')
  return colors.createColors(wantsColor(stream, asked))
}

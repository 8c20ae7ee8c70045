const firstAfter = 1000
const every = 100
const clearLine = '\r\u001b[K'

/** A line on a terminal that tells how far a long run has come; nothing where nobody watches. */
export class Progress {
  private readonly began = Date.now()
  private shownAt = 0
  private visible = false

  constructor(
    /** Loaded when there is something to show. */
    private readonly stream: () => NodeJS.WriteStream,
    private readonly active: boolean
  ) {}

  show(drafts: number): void {
    const now = Date.now()
    if (!this.active || now - this.began < firstAfter || now - this.shownAt < every) return
    this.shownAt = now
    this.visible = true
    this.stream().write(`${clearLine}${drafts.toLocaleString('en-US')} drafts read`)
  }

  /** To be called before anything else is written: both streams may be the same screen. */
  clear(): void {
    if (this.visible) this.stream().write(clearLine)
    this.visible = false
  }
}

import type {Finding} from '../../result.js'
import type {FailedFile, JobSummary, Run} from './define-reporter.js'
import {failureMessage} from './failure.js'
import {printable} from './printable.js'
import {plainSummaryOf} from './summary.js'

/** For the head, the line of counts, and what says that rows were left out. */
const reserve = 2000
const longestCell = 500

const tableHead = '| Level | Place | Finding | Rule |\n| --- | --- | --- | --- |\n'

/** A table of the findings in GitHub's Markdown, as much of it as has room. */
export class SummaryTable {
  private readonly rows: string[] = []
  private used = reserve
  private leftOut = 0

  constructor(private readonly page: JobSummary) {}

  add(path: string, {severity, line, column, message, ruleId}: Finding): void {
    this.addRow([severity === 'error' ? 'error' : 'warning', `${path}:${line}:${column}`, message, ruleId])
  }

  addFailure(path: string, failure: FailedFile): void {
    this.addRow(['error', path, failureMessage(failure), ''])
  }

  async write(run: Run): Promise<void> {
    const counts = plainSummaryOf(run)
    if (counts === '' && this.rows.length === 0) return
    const table = this.rows.length > 0 ? `${tableHead}${this.rows.join('')}\n` : ''
    const more = this.leftOut > 0 ? `${this.leftOut} more had no room here; the log has them all.\n\n` : ''
    const text = `## Coldread\n\n${counts}\n\n${table}${more}`
    if (Buffer.byteLength(text) <= this.page.room) await this.page.write(text)
  }

  private addRow(cells: readonly string[]): void {
    const row = `| ${cells.map(cell).join(' | ')} |\n`
    const size = Buffer.byteLength(row)
    if (this.leftOut > 0 || this.used + size > this.page.room) this.leftOut++
    else {
      this.used += size
      this.rows.push(row)
    }
  }
}

/** What a draft says stays text: as references its marks make no cell and no markup. */
function cell(text: string): string {
  const short = text.length > longestCell ? `${text.slice(0, longestCell)}…` : text
  return printable(short.replace(/\s+/g, ' ')).replace(/[^\p{L}\p{M}\p{N} .,;“”‘’…()/-]/gu, (character) => {
    return `&#${character.codePointAt(0)};`
  })
}

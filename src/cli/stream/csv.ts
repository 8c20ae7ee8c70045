import {CsvError, parse} from 'csv-parse/sync'
import {didYouMean} from '../../config/nearest.js'
import {UsageError} from '../failures.js'
import {type FieldMap, isBodyField} from './fields.js'
import type {RecordEnds} from './frames.js'
import {isBlank, type RecordReader, textOf, tooLongFor, withId} from './reader.js'
import {RecordError} from './record-error.js'

const delimiters = [',', ';', '\t']

/**
 * A table of RFC 4180 whose first row names the columns; parted by semicolons or tabs where its head is, as spreadsheets
 * write it. csv-parse reads each row by itself: at a row above its limit it drops all that it was given with it.
 */
export function csvReader(map: FieldMap, most: number): RecordReader {
  const ends = new RowEnds()
  let columns: readonly string[] | undefined
  return {
    ends,
    skip(frame) {
      if (columns === undefined) this.read(frame)
    },
    read({bytes, tooLong}) {
      if (isBlank(bytes)) return undefined
      const text = textOf(bytes)
      if (columns === undefined) {
        columns = readHead(tooLong ? undefined : text, ends, map)
        return undefined
      }
      if (tooLong) return {id: undefined, fields: tooLongFor(most)}
      if (text === undefined) return {id: undefined, fields: new RecordError('the row is no valid UTF-8')}
      const cells = cellsOf(text, ends.delimiter)
      const record = cells instanceof RecordError ? cells : recordOf(cells, columns)
      return record instanceof RecordError ? {id: undefined, fields: record} : withId(map.read(record), text)
    }
  }
}

function readHead(text: string | undefined, ends: RowEnds, map: FieldMap): readonly string[] {
  if (text === undefined) throw new UsageError('the first row must name the columns, in UTF-8')
  ends.delimiter = delimiters.toSorted((a, b) => text.split(b).length - text.split(a).length)[0] as string
  const columns = cellsOf(text, ends.delimiter)
  if (columns instanceof RecordError) throw new UsageError(`the first row must name the columns: ${columns.message}`)
  const missing = map.missingFrom(columns)
  if (missing !== undefined)
    throw new UsageError(
      `--fields: there is no column \`${missing}\`: ${didYouMean(missing, columns, `there is ${columns.join(', ')}`)}`
    )
  const fields = map.read(Object.fromEntries(columns.map((column) => [column, ''])))
  if (!Object.entries(fields).some(([field, value]) => isBodyField(field) && value !== undefined))
    throw new UsageError(
      `no column is content, text or html: there is ${columns.join(', ')}; --fields says which is which, such as --fields "text=${columns.at(-1)}"`
    )
  return columns
}

function cellsOf(text: string, delimiter: string): readonly string[] | RecordError {
  try {
    const [cells = []] = parse(text, {delimiter, record_delimiter: ['\r\n', '\n']})
    return cells
  } catch (error) {
    if (error instanceof CsvError) return new RecordError(`the row is no CSV: ${reasons[error.code] ?? error.message}`)
    throw error
  }
}

const strayQuote = 'a quote stands inside of a cell; put the cell into quotes, and write its own quotes twice'
const reasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: strayQuote,
  INVALID_OPENING_QUOTE: strayQuote
}

function recordOf(cells: readonly string[], columns: readonly string[]) {
  if (cells.length !== columns.length)
    return new RecordError(`the row has ${cells.length} cells, and the first row names ${columns.length} columns`)
  return Object.fromEntries(columns.map((column, index) => [column, cells[index]]))
}

const lineFeed = 10
const quote = 34

/** A line feed between quotes ends no row; a quote counts where it opens a cell. */
class RowEnds implements RecordEnds {
  delimiter = ','
  private state: 'cell' | 'plain' | 'quoted' | 'closed' = 'cell'

  find(chunk: Buffer, from: number): number {
    const delimiter = this.delimiter.charCodeAt(0)
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at]
      if (this.state === 'quoted') {
        at = chunk.indexOf(quote, at)
        if (at < 0) return -1
        this.state = 'closed'
      } else if (byte === quote) this.state = this.state === 'plain' ? 'plain' : 'quoted'
      else if (byte === lineFeed) {
        this.state = 'cell'
        return at + 1
      } else this.state = byte === delimiter ? 'cell' : 'plain'
    }
    return -1
  }

  giveUp(): void {
    this.state = 'plain'
  }
}

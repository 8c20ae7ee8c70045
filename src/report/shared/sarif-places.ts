import type {ArtifactLocation, Location, Region} from 'sarif'
import type {Finding} from '../../result.js'
import {LineIndex, type Span} from '../../tree/index.js'
import type {FailedFile, LintedFile, Run} from './define-reporter.js'
import {repositoryPath} from './repository-path.js'

export const rootId = '%SRCROOT%'

/** Words of this length a viewer finds in the file itself. */
const longestSnippet = 1000

/** A file below the root is told from there, so that a report made on one machine is read on another. */
export function artifactOf(file: LintedFile | FailedFile, run: Run): ArtifactLocation {
  const path = repositoryPath(file, run)
  const uri = path.split('/').map(encodeSegment).join('/')
  return path.startsWith('/') ? {uri: `file://${uri}`} : {uri, uriBaseId: rootId}
}

export function locationOf(finding: Finding, file: LintedFile, run: Run): Location {
  const {start, end, exact} = finding
  const text = file.source.slice(start, Math.min(end, start + longestSnippet + 1))
  const shown = exact && !file.bytewise && text.length <= longestSnippet && text !== ''
  const region = {...regionOf(finding, file), ...(shown ? {snippet: {text}} : {})}
  return {physicalLocation: {artifactLocation: artifactOf(file, run), region}}
}

/** Where each character of a file stands for a byte, columns would count what no editor shows. */
export function regionOf({start, end}: Span, {source, bytewise}: LintedFile): Region {
  const lines = lineIndexOf(source)
  const [from, to] = [lines.pointAt(start), lines.pointAt(end)]
  if (bytewise) return {startLine: from.line, endLine: to.line, byteOffset: start, byteLength: end - start}
  // Editors and SARIF viewers do not count a byte order mark.
  const mark = source.startsWith('\ufeff') ? 1 : 0
  const column = (point: typeof from) => Math.max(1, point.column - (point.line === 1 ? mark : 0))
  return {
    startLine: from.line,
    startColumn: column(from),
    endLine: to.line,
    endColumn: column(to),
    charOffset: Math.max(0, start - mark),
    charLength: end - Math.max(start, mark)
  }
}

let last: {readonly source: string; readonly lines: LineIndex} | undefined

/** Findings and edits of one draft come together. */
function lineIndexOf(source: string): LineIndex {
  if (last?.source !== source) last = {source, lines: new LineIndex(source)}
  return last.lines
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'))
}

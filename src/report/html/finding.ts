import type {Finding} from '../../result.js'
import {escapeHtml} from './escape.js'

/** Longer words than these are not repeated beside a mark. */
const longestWords = 300

export function findingItem(finding: Finding, source: string, draft: string, number: number): string {
  const {severity, ruleId, message, line, column} = finding
  const level = severity === 'error' ? 'error' : 'warning'
  const rule = escapeHtml(ruleId)
  return `<li class="finding ${severity}" id="${draft}-f${number}" data-rule="${rule}">
<p class="head"><a class="number" href="#${draft}-m${number}" aria-label="Show the words of finding ${number}">${number}</a> <b class="level">${level}</b> <a class="rule" href="#rule-${rule}">${rule}</a> <span class="place">${line}:${column}</span></p>
<p class="message">${escapeHtml(message)}</p>
${codedWords(finding)}${fixList(finding, source)}${grounds(finding)}</li>
`
}

/** Where the file writes the words in another way than the buyer reads them. */
function codedWords({exact, text}: Finding): string {
  if (exact || text === '' || text.length > longestWords) return ''
  return `<p class="words">The buyer reads: <q dir="auto">${escapeHtml(text)}</q></p>\n`
}

function fixList({fixes}: Finding, source: string): string {
  if (fixes.length === 0) return ''
  const items = fixes.map(({grade, message, edits}) => {
    const changes = edits.map(({start, end, text}) => change(source.slice(start, end), text))
    const label = grade === 'safe' ? 'Fix' : 'Suggestion'
    return `<li><b>${label}:</b> ${escapeHtml(message)} ${changes.join(' ')}</li>`
  })
  return `<ul class="fixes">${items.join('')}</ul>\n`
}

function change(before: string, after: string): string {
  const [from, to] = [before, after].map((text) =>
    escapeHtml(text.length > longestWords ? `${text.slice(0, longestWords)}…` : text)
  )
  return `${from ? `<del dir="auto">${from}</del>` : ''}${to ? `<ins dir="auto">${to}</ins>` : ''}`
}

function grounds({detail = []}: Finding): string {
  if (detail.length === 0) return ''
  const items = detail.map((line) => `<li>${escapeHtml(line)}</li>`)
  return `<details><summary>What it rests on</summary><ul>${items.join('')}</ul></details>\n`
}

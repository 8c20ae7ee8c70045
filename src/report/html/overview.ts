import type {FailedFile, Run} from '../shared/define-reporter.js'
import {allRuleDocs} from '../shared/rule-docs.js'
import {counted, plainSummaryOf} from '../shared/summary.js'
import {escapeHtml} from './escape.js'
import {readmeHtml} from './readme.js'
import type {Tally} from './tally.js'

/** Counts, filters and links; known last, so written last, and shown beside the drafts. */
export function overview(run: Run, tally: Tally): string {
  return `<aside id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">Overview</h2>
<p class="total">${escapeHtml(plainSummaryOf(run) || nothing(run))}</p>
${filters(tally)}${draftLinks(tally)}</aside>
`
}

function nothing({totals}: Run): string {
  return totals.drafts === 0 ? 'No draft was linted.' : `${counted(totals.drafts, 'draft')}, no errors.`
}

function filters(tally: Tally): string {
  const rules = tally.rules()
  if (rules.length === 0) return ''
  const rows = rules.map(({id, errors, warnings}) => {
    const rule = escapeHtml(id)
    return `<tr><td><label><input type="checkbox" id="show-${rule}" checked autocomplete="off"> ${rule}</label></td><td>${errors || ''}</td><td>${warnings || ''}</td></tr>`
  })
  return `<form>
<fieldset><legend>Show</legend>
<label><input type="checkbox" id="show-level-error" checked autocomplete="off"> errors</label>
<label><input type="checkbox" id="show-level-warn" checked autocomplete="off"> warnings</label>
</fieldset>
<fieldset><legend>Order of the drafts</legend>
<label><input type="radio" name="order" id="order-name" checked autocomplete="off"> as found</label>
<label><input type="radio" name="order" id="order-count" autocomplete="off"> most findings first</label>
</fieldset>
<table><caption>Findings by rule; untick a rule to hide what it found</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Errors</th><th scope="col">Warnings</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</form>
`
}

function draftLinks({links, withFindings}: Tally): string {
  if (links.length === 0) return ''
  const items = links.map(
    ({id, path, count}) => `<li><a href="#${id}"><bdi>${escapeHtml(path)}</bdi></a> <span>${count}</span></li>`
  )
  const more = withFindings > links.length ? `<p>${withFindings - links.length} more have findings.</p>` : ''
  return `<nav aria-labelledby="drafts-title"><h3 id="drafts-title">Drafts with findings</h3><ol>${items.join('\n')}</ol>${more}</nav>\n`
}

export function failureList(failures: readonly FailedFile[]): string {
  if (failures.length === 0) return ''
  const items = failures.map(({path, why}) => `<li><bdi><b>${escapeHtml(path)}</b></bdi>: ${escapeHtml(why)}</li>`)
  return `<section class="failures" aria-labelledby="failures-title">
<h2 id="failures-title">${counted(failures.length, 'file')} could not be linted or fixed</h2>
<ul>${items.join('\n')}</ul></section>
`
}

/** What the rules that found something look for, and why. */
export function ruleNotes(tally: Tally): string {
  const found = allRuleDocs().filter(({id}) => tally.byRule.has(id))
  if (found.length === 0) return ''
  const notes = found.map(
    ({id, summary, readme}) =>
      `<section class="rule-note" id="rule-${id}"><h3>${id}</h3><p><b>${escapeHtml(summary)}</b></p>\n${readmeHtml(readme, 'Why')}</section>\n`
  )
  return `<section class="rules" aria-labelledby="rules-title"><h2 id="rules-title">Why these rules</h2>\n${notes.join('')}</section>\n`
}

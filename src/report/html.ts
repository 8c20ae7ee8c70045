import {draftSection} from './html/draft.js'
import {failureList, overview, ruleNotes} from './html/overview.js'
import {styleSheet} from './html/style.js'
import {Tally} from './html/tally.js'
import {defineReporter} from './shared/define-reporter.js'

// Nothing in the page runs or loads anything: filters are style rules, and the policy forbids the rest, should a
// draft ever get its own markup in. https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export default defineReporter({
  summary: 'a page to read in a browser: each draft with its words marked',
  isDocument: true,
  async *report(run) {
    yield head()
    const tally = new Tally()
    for await (const file of run.files) yield draftSection(file, tally.add(file))
    yield `</div>\n${failureList(run.failures)}${ruleNotes(tally)}</main>\n${overview(run, tally)}</div>\n</body>\n</html>\n`
  }
})

function head(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Coldread report</title>
<style>
${styleSheet()}</style>
</head>
<body>
<a class="skip" href="#overview">Skip to the overview</a>
<header><h1>Coldread</h1><p>What a busy buyer would stumble over, at the words themselves.</p></header>
<div class="columns">
<main>
<div class="drafts">
`
}

import {allRuleDocs} from '../shared/rule-docs.js'

/** One style rule a rule of the linter hides what it found when its box is not ticked: no script is needed. */
export function styleSheet(): string {
  const off = (box: string, what: string) => `body:has(${box}:not(:checked))
  :is(.finding, .ref)${what} { display: none }
body:has(${box}:not(:checked)) mark${what} { background: none; box-shadow: none }
`
  const rules = allRuleDocs().map(({id}) => off(`#show-${id}`, `[data-rule="${id}"]`))
  const levels = [off('#show-level-error', '.error'), off('#show-level-warn', ':is(.warn, .warning)')]
  return base + rules.join('') + levels.join('')
}

// Every pair of text and ground has a contrast of 4.5 or more in both schemes.
const base = `:root {
  color-scheme: light dark;
  --ground: #f6f6f4; --paper: #fff; --text: #1c1d1f; --dim: #5b5f66; --line: #d9dade; --link: #1f55a8;
  --error: #b3261e; --error-ground: #fdeceb; --error-mark: #f9c9c5;
  --warn: #8a5300; --warn-ground: #fdf3e0; --warn-mark: #f7dda5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16171a; --paper: #1e2024; --text: #e7e7e9; --dim: #a3a7ae; --line: #383b41; --link: #8ab4f8;
    --error: #ffb4ab; --error-ground: #3a2322; --error-mark: #7a2e2a;
    --warn: #f5c97a; --warn-ground: #352c1c; --warn-mark: #6b4e14;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper) }
.skip:focus { left: 0 }
header, .columns { max-width: 82rem; margin: 0 auto; padding: 0 1.5rem }
header { padding-top: 1.75rem }
h1 { margin: 0; font-size: 1.6rem; letter-spacing: -.01em }
header p { margin: .1rem 0 1.25rem; color: var(--dim) }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 2rem; align-items: start; padding-bottom: 4rem }
.drafts { display: flex; flex-direction: column; gap: 1.5rem }
body:has(#order-count:checked) .draft { order: calc(-1 * var(--count)) }
section.draft, section.failures, section.rules, aside {
  background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem }
section.failures, section.rules { margin-top: 1.5rem }
h2 { margin: 0; font-size: 1.1rem; overflow-wrap: anywhere }
.draft h2 { font: 600 1rem/1.4 ui-monospace, monospace }
.counts { margin: 0 0 .75rem; color: var(--dim); font-size: .9rem }
summary { cursor: pointer; color: var(--link) }
.source { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 0; font: .86rem/1.65 ui-monospace, monospace }
.line { position: relative; padding: 0 .9rem 0 3.6rem; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; text-align: start }
.line:dir(rtl) { font-family: "Vazirmatn", Tahoma, system-ui, sans-serif; font-size: .95rem }
.line::before { content: attr(data-line); position: absolute; left: 0; width: 2.9rem; text-align: right; direction: ltr;
  color: var(--dim); font: .75rem/2 ui-monospace, monospace; user-select: none }
.gap { display: inline-block; padding: 0 .5em; color: var(--dim); font-style: italic }
mark { color: inherit; background: var(--warn-mark); box-shadow: inset 0 -2px var(--warn); border-radius: 2px }
mark.error { background: var(--error-mark); box-shadow: inset 0 -2px var(--error) }
mark mark { box-shadow: inset 0 -2px var(--warn), inset 0 2px var(--warn) }
mark mark.error { box-shadow: inset 0 -2px var(--error), inset 0 2px var(--error) }
mark:empty::before { content: "\\2038"; color: var(--warn); font-weight: 700 }
mark.error:empty::before { color: var(--error) }
mark:target { outline: 3px solid var(--link); outline-offset: 1px }
.ref { text-decoration: none; user-select: none }
.ref::before { content: attr(data-number); display: inline-block; min-width: 1.35em; margin: 0 .15em; padding: 0 .3em;
  border-radius: 1em; text-align: center; vertical-align: .15em; font: 600 .7rem/1.5 system-ui, sans-serif; direction: ltr;
  color: var(--paper); background: var(--warn) }
.ref.error::before { background: var(--error) }
.findings { list-style: none; margin: .35rem .9rem .6rem 3.6rem; padding: 0; font: .92rem/1.5 system-ui, sans-serif }
.finding { margin: .4rem 0; padding: .5rem .8rem; border-left: 4px solid var(--warn); border-radius: 4px; background: var(--warn-ground) }
.finding.error { border-color: var(--error); background: var(--error-ground) }
.finding:target { outline: 3px solid var(--link) }
.finding p, .finding ul { margin: 0 }
.head { display: flex; flex-wrap: wrap; gap: .15rem .6rem; align-items: baseline; font-size: .82rem }
.head .place { margin-left: auto; color: var(--dim) }
.number { min-width: 1.5em; padding: 0 .35em; border-radius: 1em; text-align: center; text-decoration: none; font-weight: 600;
  color: var(--paper); background: var(--warn) }
.error > .head .number { background: var(--error) }
.level { color: var(--warn) }
.error > .head .level { color: var(--error) }
.rule { font-family: ui-monospace, monospace }
.finding .words, .fixes { margin-top: .3rem }
.fixes { padding-left: 1.1rem }
del, ins { padding: 0 .2em; border-radius: 2px; font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
del { color: var(--error) }
ins { text-decoration: none; border: 1px solid var(--line); background: var(--paper) }
.finding details { margin-top: .3rem; font-size: .85rem }
.suppressed { margin-top: .75rem; font-size: .9rem }
aside { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; font-size: .9rem }
aside h3 { margin: 1.1rem 0 .3rem; font-size: .95rem }
.total { margin: .3rem 0 .8rem }
fieldset { margin: 0 0 .7rem; padding: 0; border: 0 }
legend, caption { padding: 0; font-weight: 600; text-align: start; margin-bottom: .2rem }
fieldset label { margin-right: .8rem; white-space: nowrap }
table { width: 100%; border-collapse: collapse }
th { font-weight: 400; color: var(--dim); text-align: start }
table label { white-space: nowrap }
th:not(:first-child), td:not(:first-child) { padding-left: .6em; text-align: right; font-variant-numeric: tabular-nums }
td { padding: .12rem 0; border-top: 1px solid var(--line) }
nav ol { margin: 0; padding: 0; list-style: none }
nav li { display: flex; gap: .5rem; justify-content: space-between; overflow-wrap: anywhere }
nav span { color: var(--dim); font-variant-numeric: tabular-nums }
.rule-note h3 { margin: 1.1rem 0 .1rem; font: 600 .95rem/1.5 ui-monospace, monospace }
.rule-note p, .rule-note ul { margin: .3rem 0; max-width: 46rem }
@media (max-width: 60rem) {
  header, .columns { padding-left: .8rem; padding-right: .8rem }
  .columns { display: flex; flex-direction: column; align-items: stretch; gap: 1.2rem }
  aside { order: -1; position: static; max-height: none }
  section.draft, section.failures, section.rules, aside { padding: .9rem .8rem }
  .line { padding-left: 2.6rem; padding-right: .5rem }
  .line::before { width: 2.1rem }
  .findings { margin-left: .5rem; margin-right: .5rem }
}
@media print {
  body { background: #fff }
  .columns { display: block }
  aside { position: static; max-height: none; border: 0; padding: 0 }
  form, nav, .skip { display: none }
  section.draft { border: 0; padding: 0 0 1rem }
  .finding { break-inside: avoid }
  mark, .finding, .number, .ref::before { print-color-adjust: exact }
}
`

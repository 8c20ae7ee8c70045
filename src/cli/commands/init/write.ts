import {writeFile} from 'node:fs/promises'
import {codeOf, reasonOf, UsageError} from '../../failures.js'
import {Output} from '../../output.js'

const name = 'coldread.config.jsonc'

const text = `{
  "$schema": "./node_modules/coldread/dist/schema.json",

  // Who sends. Never required, but with it the checks on identity and contacts need no guessing, and \`coldread fix\` can
  // write what a draft leaves out. Texts may differ by language: {"en": "...", "fa": "..."}.
  "sender": {
    // "company": "Example Ltd",
    // One sentence: what you do, and for whom.
    // "description": "We rent ice machines to hotel kitchens.",
    // "people": [{"name": "Jo Example", "role": "sales engineer", "phone": "+44 20 7946 0123"}],
    // "address": ["1 Example Street", "London N1 1AA", "United Kingdom"],
    // "optOut": "If this is not for you, tell me and I will not write again.",
    // "domains": ["company.example"]
  },

  // For drafts that do not say it themselves ("lang" in the front matter).
  // "language": "en",

  // Merge tag syntax of your sending tool, where it can be told apart by nothing else.
  // "dialect": "liquid",

  // Levels: "off", "warn", "error", or a list of level and options. \`coldread rules\` lists the rules, \`coldread explain\` one.
  "rules": {
    // "colourful-layout": "warn"
  },

  // Other settings for some files; later ones win.
  "overrides": [
    // {"files": ["follow-ups/**"], "rules": {"opening-identity": "off"}}
  ],

  // Files that are never linted, and files that are drafts although nothing in them says so.
  "ignore": [],
  "include": []
}
`

export async function writeConfig(): Promise<void> {
  try {
    await writeFile(name, text, {flag: 'wx'})
  } catch (error) {
    throw new UsageError(
      `${name}: ${codeOf(error) === 'EEXIST' ? 'it exists already and was left as it was' : reasonOf(error)}`
    )
  }
  await new Output(process.stdout).write(`${name} written.\n`)
}

import {writeFileSync} from 'node:fs'
import path from 'node:path'

export const peerVersions = {alex: '11.0.1', textlint: '15.8.0', 'textlint-rule-write-good': '2.0.0'}

/** Prose linters that people run on text files, as they are run from a command line. */
export function peers(folder: string, many: string, one: string): {name: string; one: string[]; many: string[]}[] {
  const alex = path.join(folder, 'node_modules/alex/cli.js')
  const textlint = path.join(folder, 'node_modules/textlint/bin/textlint.js')
  const config = path.join(folder, 'textlintrc.json')
  writeFileSync(config, JSON.stringify({rules: {'write-good': true}}))
  const shared = ['--config', config, '--rules-base-directory', path.join(folder, 'node_modules')]
  return [
    {name: 'alex', one: [alex, '--quiet', one], many: [alex, '--quiet', many]},
    {name: 'textlint + write-good', one: [textlint, ...shared, one], many: [textlint, ...shared, many]}
  ]
}

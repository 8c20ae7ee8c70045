import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import type {LanguagePack} from '../languages/define-language.js'
import {checksumOf, examplesFile, modelFile} from './models.js'
import {readDrafts} from './training/drafts.js'
import {kinExamples, readExamples} from './training/examples.js'
import {judgements} from './training/judgements.js'
import {report} from './training/report.js'
import {trainModel} from './training/train-model.js'

/** Trains the models from the examples in the rules' folders and the drafts in `fixtures/drafts`. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const {values} = parseArgs({
  options: {rule: {type: 'string'}, lang: {type: 'string'}, figures: {type: 'boolean', default: true}},
  allowNegative: true
})
if (values.rule !== undefined && !judgements.some(({rule}) => rule === values.rule)) {
  throw new Error(
    `no model is trained for \`${values.rule}\`; there are ${judgements.map(({rule}) => rule).join(', ')}`
  )
}

for (const language of readdirSync(path.join(root, 'src/languages'), {withFileTypes: true})) {
  if (language.isDirectory() && (values.lang ?? language.name) === language.name) await trainLanguage(language.name)
}

async function trainLanguage(code: string): Promise<void> {
  const {default: pack}: {default: LanguagePack} = await import(path.join(root, 'src/languages', code, 'index.ts'))
  const drafts = await readDrafts(root, code)
  for (const judgement of judgements) {
    if ((values.rule ?? judgement.rule) !== judgement.rule) continue
    const file = path.join(root, examplesFile(judgement.rule, code))
    if (!existsSync(file)) continue
    const checksum = checksumOf(readFileSync(file, 'utf8'))
    const examples = readExamples(root, judgement.rule, pack)
    const trained = trainModel([...examples, ...kinExamples(root, judgement, pack)], drafts, judgement, pack)
    const model = {rule: judgement.rule, language: code, examples: checksum, ...trained.written}
    writeFileSync(path.join(root, modelFile(judgement.rule, code)), `${JSON.stringify(model, null, 2)}\n`)
    console.log(report(judgement.rule, code, trained, values.figures))
  }
}

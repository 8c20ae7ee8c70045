import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {featureVersion, readModel, type WrittenModel} from '../model/index.js'

/** A model's file: what the machine reads, and what tells where it comes from. */
export interface ModelFile extends WrittenModel {
  readonly rule: string
  readonly language: string
  /** Checksum of the examples it was trained on. */
  readonly examples: string
}

export const examplesFile = (rule: string, language: string): string => `rules/${rule}/examples.${language}.tsv`
export const modelFile = (rule: string, language: string): string => `rules/${rule}/model.${language}.json`

export function checksumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16)
}

/**
 * The models of a language by rule.
 * @param strict false while training: what does not fit is left out, for it is about to be written anew
 * @throws with the file's name where one does not fit its rule
 */
export function readModels(root: string, rules: readonly string[], language: string, strict: boolean) {
  const models: Record<string, WrittenModel> = {}
  for (const rule of rules) {
    const file = path.join(root, modelFile(rule, language))
    const trained = existsSync(path.join(root, examplesFile(rule, language)))
    if (!trained && !existsSync(file)) continue
    const misfit = misfitOf(root, rule, language)
    if (misfit === undefined) models[rule] = shipped(JSON.parse(readFileSync(file, 'utf8')))
    else if (strict)
      throw new Error(
        `${modelFile(rule, language)}: ${misfit}; run \`npm run train -- --rule ${rule} --lang ${language}\``
      )
  }
  return models
}

function misfitOf(root: string, rule: string, language: string): string | undefined {
  const examples = path.join(root, examplesFile(rule, language))
  const file = path.join(root, modelFile(rule, language))
  if (!existsSync(examples)) return 'there are no examples for it'
  if (!existsSync(file)) return 'there are examples but no weights'
  try {
    const model = JSON.parse(readFileSync(file, 'utf8')) as ModelFile
    if (model.rule !== rule || model.language !== language)
      return `these are the weights of ${model.rule} in ${model.language}`
    if (model.features !== featureVersion) return 'the weights were trained on other features'
    if (model.examples !== checksumOf(readFileSync(examples, 'utf8')))
      return 'the examples have changed since it was trained'
    if (![model.bias, model.step, model.threshold, model.bareThreshold].every(Number.isInteger))
      return 'a number is no integer'
    readModel(model)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function shipped({features, bias, step, threshold, bareThreshold, words, characters}: ModelFile): WrittenModel {
  return {features, bias, step, threshold, bareThreshold, words, characters}
}

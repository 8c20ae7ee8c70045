import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {LanguagePack} from '../../languages/define-language.js'
import {type Features, featuresOf, tokensOf} from '../../model/index.js'
import {readWords} from '../../phrases/index.js'
import {examplesFile} from '../models.js'
import type {Judgement} from './judgements.js'

/** A text that has what a rule judges, or has not. */
export interface Example {
  readonly has: boolean
  readonly features: Features
  /** How much it counts in training. */
  readonly weight: number
  /** blatant, ordinary-positive, subtle, hard-negative, ordinary; `kin` for one of another rule, `draft` for a stretch of a whole draft. */
  readonly tag: string
  /** Who wrote it. */
  readonly hand: string
}

const mergeTag = /\{\{[^{}\n]{1,80}\}\}/g

export function featuresOfText(text: string, {normalise}: LanguagePack): Features {
  const tags = [...text.matchAll(mergeTag)].map(({index, 0: tag}) => ({start: index, end: index + tag.length}))
  return featuresOf(tokensOf(readWords(text, normalise, tags), {start: 0, end: text.length}))
}

/**
 * Reads the labelled examples of a rule: label, text, tag, hand, parted by tabs.
 * @throws with file and line where a line is not that, or a text stands twice
 */
export function readExamples(root: string, rule: string, pack: LanguagePack): Example[] {
  const file = examplesFile(rule, pack.code)
  if (!existsSync(path.join(root, file))) return []
  const lines = readFileSync(path.join(root, file), 'utf8').split(/\r?\n/)
  const seen = new Map<string, string>()
  return lines.flatMap((line, index) => {
    if (line === '') return []
    const [label = '', text = '', tag = '', hand = '', ...rest] = line.split('\t')
    const wrong = (what: string) => new Error(`${file}:${index + 1}: ${what}`)
    if (!/^[01]$/.test(label) || !text || !tag || !hand || rest.length > 0) {
      throw wrong('a line is a label (1 or 0), a text, a tag and a hand, parted by tabs')
    }
    if ((seen.get(text) ?? label) !== label) throw wrong('this text stands above with the other label')
    seen.set(text, label)
    return [{has: label === '1', features: featuresOfText(text, pack), weight: 1, tag, hand}]
  })
}

/** What is ordinary to judgements of the same kind of text: fine here too. */
export function kinExamples(root: string, {kin}: Judgement, pack: LanguagePack): Example[] {
  return kin.flatMap((rule) => {
    const ordinary = readExamples(root, rule, pack).filter(({has, tag}) => !has && tag === 'ordinary')
    return ordinary.map((example) => ({...example, tag: 'kin'}))
  })
}

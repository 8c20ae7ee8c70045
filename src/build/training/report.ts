import {crossScores, type Figures, figuresOf} from './figures.js'
import {fitModel} from './fit-model.js'
import type {Trained} from './train-model.js'

/** The figures of a model, for the person who trains it. */
export function report(rule: string, language: string, trained: Trained, figures: boolean): string {
  const {threshold, bareThreshold, words, characters} = trained.written
  const size = Math.round((words.length + characters.length) / 1024)
  const head = `${rule} ${language}: ${trained.examples.filter(({tag}) => tag !== 'kin').length} examples, ${trained.stretches.length} stretches of drafts, ${size} KB, threshold ${threshold}, bare ${bareThreshold}`
  return figures ? [head, ...rows(trained), ...draftRows(trained)].join('\n') : head
}

function rows({examples, tenths, written}: Trained): string[] {
  const [a = [], b = []] = ['a', 'b'].map((hand) => examples.filter((example) => example.hand === hand))
  const both = [a, b].every((hand) => hand.some(({tag}) => tag !== 'kin'))
  const others = examples.filter(({hand}) => hand !== 'a' && hand !== 'b')
  return [
    ...(both ? [row('hand against hand, at 0', figuresOf(crossScores([a, b], others, fitModel), 0))] : []),
    row('tenths, at 0', figuresOf(tenths, 0)),
    row('tenths, at the threshold', figuresOf(tenths, written.threshold)),
    row('tenths, at the bare threshold', figuresOf(tenths, written.bareThreshold))
  ]
}

function draftRows({stretches, written}: Trained): string[] {
  const has = stretches.filter(({example}) => example.has)
  const found = has.filter(({score}) => score > written.threshold).length
  const drafts = new Set(stretches.map(({example}) => example.file)).size
  const wrong = new Set(
    stretches.filter(({example, score}) => !example.has && score > written.threshold).map(({example}) => example.file)
  )
  return stretches.length === 0
    ? []
    : [
        `  drafts, each by a model that has not seen it: ${found} of ${has.length} found, ${wrong.size} of ${drafts} drafts flagged wrongly`
      ]
}

function row(name: string, {f1, precision, recall, tags}: Figures): string {
  const told = Object.entries(tags).map(([tag, [right, all]]) => `${tag} ${right}/${all}`)
  return `  ${name.padEnd(30)} F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  ${told.join('  ')}`
}

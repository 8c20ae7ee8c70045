import {type Bytes, fromText, joinParts, type Part, takeApart, toText} from '../parts.js'
import {bucketCount, type CharacterRuns, type Features} from './features.js'
import {type Model, readModel, rootsOf, scoreOfSums, type Weights, type WrittenModel} from './model.js'

/** Gives the model of a rule, where there is one. */
export type ModelsByRule = (rule: string) => Model | undefined

type Head = Omit<WrittenModel, 'words' | 'characters'>

/** All models of a language as they are shipped: bytes that are ready to score with as they are. */
export function packModels(written: Readonly<Record<string, WrittenModel>>): Bytes {
  const models = Object.values(written).map((each) => readModel(each))
  const heads: Record<string, Head> = {}
  for (const [rule, {words: _, characters: __, ...head}] of Object.entries(written)) heads[rule] = head
  return joinParts([
    fromText(JSON.stringify(heads)),
    ...tableOf(models.map(({wordWeights}) => wordWeights)),
    ...tableOf(models.map(({characterWeights}) => characterWeights))
  ])
}

/** For each bucket the number of its row, and the rows: the weights that each model gives. Row 0 is of no weight. */
function tableOf(models: readonly Weights[]): [rowOf: Part, rows: Part] {
  const rowOf = new Uint16Array(bucketCount)
  const rows: number[] = models.map(() => 0)
  let count = 1
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const row = models.map((weights) => weights.at(bucket) as number)
    if (row.every((weight) => weight === 0)) continue
    if (count === bucketCount) throw new Error('the models of a language use more buckets than a table has rows')
    rowOf[bucket] = count++
    for (const weight of row) rows.push(weight)
  }
  return [rowOf, Int8Array.from(rows)]
}

export function unpackModels(bytes: Bytes): ModelsByRule {
  const [head, wordRows, words, characterRows, characters] = takeApart(bytes) as [Part, Part, Part, Part, Part]
  const heads = Object.entries(JSON.parse(toText(head)) as Record<string, Head>)
  const wordTable = new Table(wordRows, words, heads.length)
  const characterTable = new Table(characterRows, characters, heads.length)
  const scores = new Scores(
    wordTable,
    characterTable,
    heads.map(([, head]) => head)
  )
  const models = heads.map(([rule, model], column): [string, Model] => [
    rule,
    {
      ...model,
      column,
      wordWeights: wordTable.column(column),
      characterWeights: characterTable.column(column),
      scoreAll: (features) => scores.of(features)
    }
  ])
  const byRule = new Map(models)
  return (rule) => byRule.get(rule)
}

/** All models read the same features: in a row of the table lies what a bucket weighs for each. */
class Scores {
  private readonly ofWords: Int32Array
  private readonly ofCharacters: Int32Array

  constructor(
    private readonly words: Table,
    private readonly characters: Table,
    private readonly models: readonly Head[]
  ) {
    this.ofWords = new Int32Array(models.length)
    this.ofCharacters = new Int32Array(models.length)
  }

  of(features: Features): number[] {
    const {ofWords, ofCharacters} = this
    const roots = rootsOf(features)
    ofWords.fill(0)
    ofCharacters.fill(0)
    this.words.add(features.words, 1, ofWords)
    for (const run of features.runs) this.addWord(run)
    this.characters.add(features.repeated, -1, ofCharacters)
    return this.models.map((model, column) =>
      scoreOfSums(model, ofWords[column] as number, ofCharacters[column] as number, roots)
    )
  }

  /** Mails share most of their words, and a word's runs always sum up to the same. */
  private addWord(run: CharacterRuns): void {
    const {ofCharacters} = this
    if (run.weighed?.by !== this) run.weighed = {by: this, sums: this.sumsOf(run)}
    const {sums} = run.weighed
    for (let column = 0; column < sums.length; column++)
      ofCharacters[column] = (ofCharacters[column] as number) + (sums[column] as number)
  }

  private sumsOf({buckets}: CharacterRuns): Int32Array {
    const sums = new Int32Array(this.models.length)
    this.characters.add(buckets, 1, sums)
    return sums
  }
}

class Table {
  constructor(
    private readonly rowOf: Part,
    private readonly rows: Part,
    private readonly width: number
  ) {}

  column(column: number): Weights {
    return {at: (bucket) => this.rows[(this.rowOf[bucket] as number) * this.width + column]}
  }

  add(buckets: readonly number[], sign: 1 | -1, sums: Int32Array): void {
    const {rowOf, rows, width} = this
    for (const bucket of buckets) {
      const row = rowOf[bucket] as number
      if (row === 0) continue
      for (let column = 0, at = row * width; column < width; column++, at++)
        sums[column] = (sums[column] as number) + sign * (rows[at] as number)
    }
  }
}

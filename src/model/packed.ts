import {type Bytes, fromText, joinParts, type Part, takeApart, toText} from '../parts.js'
import {bucketCount, type Features} from './features.js'
import {type Model, readModel, type Weights, type WrittenModel} from './model.js'

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
  const wordTable = new WordTable(wordRows, words, heads.length)
  const characterTable = new CharacterTable(characterRows, characters, heads.length)
  const models = heads.map(([rule, model], column): [string, Model] => [
    rule,
    {...model, column, wordWeights: wordTable.column(column), characterWeights: characterTable.column(column)}
  ])
  const byRule = new Map(models)
  return (rule) => byRule.get(rule)
}

/** What a stretch sums up to is asked once by each model, and worked out in one go for all of them. */
abstract class Table {
  private readonly sums = new WeakMap<Features, Int32Array>()

  constructor(
    private readonly rowOf: Part,
    private readonly rows: Part,
    protected readonly width: number
  ) {}

  column(column: number): Weights {
    return {
      at: (bucket) => this.rows[(this.rowOf[bucket] as number) * this.width + column],
      sumOf: (features) => this.sumsOf(features)[column] as number
    }
  }

  protected abstract addFeatures(features: Features, sums: Int32Array): void

  protected addBuckets(buckets: readonly number[], sign: 1 | -1, sums: Int32Array): void {
    const {rowOf, rows, width} = this
    for (const bucket of buckets) {
      const row = rowOf[bucket] as number
      if (row === 0) continue
      for (let column = 0, at = row * width; column < width; column++, at++)
        sums[column] = (sums[column] as number) + sign * (rows[at] as number)
    }
  }

  private sumsOf(features: Features): Int32Array {
    const known = this.sums.get(features)
    if (known) return known
    const sums = new Int32Array(this.width)
    this.addFeatures(features, sums)
    this.sums.set(features, sums)
    return sums
  }
}

class WordTable extends Table {
  protected addFeatures({words}: Features, sums: Int32Array): void {
    this.addBuckets(words, 1, sums)
  }
}

/** Mails share most of their words, and a word's runs always sum up to the same. */
class CharacterTable extends Table {
  private readonly ofWord = new WeakMap<readonly number[], Int32Array>()

  protected addFeatures({runs, repeated}: Features, sums: Int32Array): void {
    for (const run of runs) {
      const own = this.sumsOfWord(run)
      for (let column = 0; column < sums.length; column++)
        sums[column] = (sums[column] as number) + (own[column] as number)
    }
    this.addBuckets(repeated, -1, sums)
  }

  private sumsOfWord(run: readonly number[]): Int32Array {
    const known = this.ofWord.get(run)
    if (known) return known
    const sums = new Int32Array(this.width)
    this.addBuckets(run, 1, sums)
    this.ofWord.set(run, sums)
    return sums
  }
}

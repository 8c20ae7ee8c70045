import {didYouMean} from '../../../config/nearest.js'
import {rules} from '../../../generated/rules.js'
import {explanationOf} from '../../../rules/explain.js'
import {UsageError} from '../../failures.js'
import {Output} from '../../output.js'

export async function explainRule(id: string | undefined): Promise<void> {
  if (id === undefined) throw new UsageError('name a rule, or a finding with --finding FILE:LINE:COLUMN')
  const explanation = explanationOf(id)
  if (explanation === undefined) {
    const help = didYouMean(id, Object.keys(rules), '`coldread rules` lists them')
    throw new UsageError(`there is no rule \`${id}\`: ${help}`)
  }
  await new Output(process.stdout).write(explanation)
}

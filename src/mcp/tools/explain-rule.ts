import {z} from 'zod'
import {UsageError} from '../../cli/failures.js'
import {didYouMean} from '../../config/nearest.js'
import {explanationOf} from '../../rules/explain.js'
import {ruleList} from '../../rules/metadata.js'
import {defineTool} from '../define-tool.js'

export const explainRule = defineTool({
  name: 'explain_rule',
  title: 'Explain a rule',
  description:
    'Says of one rule why it holds, what passes and what does not, its options, and the laws, studies and providers it rests on, in Markdown.',
  input: z.strictObject({rule: z.string().max(100).describe('The rule’s id, as a finding names it.')}),
  async run({rule}) {
    const explanation = explanationOf(rule)
    if (explanation !== undefined) return {text: [explanation]}
    const ids = ruleList.map(({id}) => id)
    throw new UsageError(`there is no rule \`${rule}\`: ${didYouMean(rule, ids, 'list_rules names them')}`)
  }
})

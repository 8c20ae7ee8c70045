import {z} from 'zod'
import {ruleList} from '../../rules/metadata.js'
import {defineTool} from '../define-tool.js'

const rule = z.object({
  id: z.string(),
  level: z.enum(['off', 'warn', 'error']).describe('As the project is configured.'),
  category: z.string(),
  summary: z.string()
})

export const listRules = defineTool({
  name: 'list_rules',
  title: 'List the rules',
  description: 'Lists what is looked for in a draft, with the level that holds in this project.',
  input: z.strictObject({}),
  output: z.object({rules: z.array(rule)}),
  async run(_, host) {
    const {settingsFor, stdinFile} = await host.open()
    const settings = settingsFor(stdinFile).rules
    const rules = ruleList.map(({id, category, summary, level}) => {
      return {id, level: settings.get(id)?.level ?? level, category, summary}
    })
    return {text: [rules.map(({id, level, summary}) => `${id} (${level}): ${summary}`).join('\n')], data: {rules}}
  }
})

import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'say what a rule looks for, why, and what it rests on',
  setUp(command, globals) {
    command
      .argument('[rule]', 'id of the rule')
      .option('--finding <file:line:column>', 'say what a finding rests on: phrases, the trained model, structure')
      .action(async (id: string | undefined, {finding}: {finding?: string}) => {
        if (finding === undefined) await (await import('./rule.js')).explainRule(id)
        else await (await import('./finding.js')).explainFinding(finding, globals())
      })
  }
})

import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'list the rules with the level that holds here',
  setUp(command, globals) {
    command.action(async () => (await import('./list.js')).listRules(globals()))
  }
})

import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'write a coldread.config.jsonc to begin with',
  setUp(command) {
    command.action(async () => (await import('./write.js')).writeConfig())
  }
})

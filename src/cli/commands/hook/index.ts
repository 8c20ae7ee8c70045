import {defineCommand} from '../define-command.js'

export default defineCommand({
  summary: 'lint what is staged before every commit: install or uninstall the hook of this repository',
  setUp(command) {
    command
      .command('install')
      .description('write the pre-commit hook; one that is there is kept and runs first')
      .action(async () => (await import('./install.js')).installHook())
    command
      .command('uninstall')
      .description('take the hook away and put back the one that was there')
      .action(async () => (await import('./uninstall.js')).uninstallHook())
  }
})

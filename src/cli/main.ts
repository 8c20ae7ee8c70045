import {forParent} from './crew/tasks.js'
import {run} from './run.js'

// Not awaited: the chunks of the bundle that a command loads import this one, which would wait for itself.
void (process.argv[2] === forParent ? work() : run())

async function work(): Promise<void> {
  const {judgeForParent} = await import('./crew/thread.js')
  if (!judgeForParent()) await run()
}

import {run} from './run.js'

// Not awaited: the chunks of the bundle that a command loads import this one, which would wait for itself.
void run()

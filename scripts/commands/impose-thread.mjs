// Where the thread that imposes a stranger's file begins.
import { run } from '../../bin/program.mjs'

await run('commands/impose-thread.ts')

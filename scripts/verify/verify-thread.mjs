// Where the thread that reads a stranger's file begins.
import { run } from '../../bin/program.mjs'

await run('verify/verify-thread.ts')

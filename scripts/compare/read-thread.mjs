// Where the thread that reads a paper begins.
import { run } from '../../bin/program.mjs'

await run('compare/read-thread.ts')

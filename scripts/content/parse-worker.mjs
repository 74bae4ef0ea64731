// Where a worker thread begins.
import { run } from '../../bin/program.mjs'

await run('content/parse-worker.ts')

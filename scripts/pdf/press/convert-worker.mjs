// Where a worker thread begins.
import { run } from '../../../bin/program.mjs'

await run('pdf/press/convert-worker.ts')

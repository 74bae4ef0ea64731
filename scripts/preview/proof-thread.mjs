// Where the thread that reads the preview’s pages back begins.
import { run } from '../../bin/program.mjs'

await run('preview/proof-thread.ts')

// Where the thread that draws pages begins.
import { run } from '../../bin/program.mjs'

await run('compare/draw-thread.ts')

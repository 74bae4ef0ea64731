// Where every thread of the program begins: loads the file it is told, and hands the pool what answers its tasks.
import { workerData } from 'node:worker_threads'
import { run } from '../../../bin/program.mjs'

const { file, given, compiled } = workerData
const { begin } = await run(file, compiled)

export default await begin(given)

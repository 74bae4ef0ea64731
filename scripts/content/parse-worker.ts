// The inside of a worker thread: posts each chapter as soon as it is parsed.
import { parentPort, workerData } from 'node:worker_threads'
import { loadWriting } from './load-writing.ts'
import type { WorkerMessage, WorkerTask } from './parse-in-threads.ts'
import { parseSafely } from './parse-safely.ts'

const { sources, context } = workerData as WorkerTask
const post = (message: WorkerMessage): void => parentPort?.postMessage(message)

const checkWriting = await loadWriting(context)
post('ready')
for (const source of sources) post(parseSafely(source, context, checkWriting))

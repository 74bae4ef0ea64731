// The inside of a worker thread: posts each chapter as soon as it is parsed.
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerTask } from './parse-in-threads.ts'
import { parseSafely } from './parse-safely.ts'

const { sources, context } = workerData as WorkerTask
for (const source of sources) parentPort?.postMessage(parseSafely(source, context))

// The inside of the thread: posts the paper that it read, or what is wrong with its file.
import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read-bytes.ts'

parentPort?.postMessage(await readBytes(workerData as Uint8Array))

// The inside of the thread: posts what it found in the bytes that it was given.
import { parentPort, workerData } from 'node:worker_threads'
import { verifyBytes } from './verify-bytes.ts'

parentPort?.postMessage(await verifyBytes(workerData as Uint8Array))

// The inside of the thread: posts the pages that it drew.
import { parentPort, workerData } from 'node:worker_threads'
import { drawBytes } from './draw-bytes.ts'
import type { DrawWork } from './draw-pages.ts'

parentPort?.postMessage(await drawBytes(workerData as DrawWork))

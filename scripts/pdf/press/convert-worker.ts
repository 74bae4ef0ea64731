import { parentPort, workerData } from 'node:worker_threads'
import { openColours } from '../../colour/colours.ts'
import { answerOf, type WorkerStart } from './convert-in-threads.ts'
import type { PictureTask } from './picture-task.ts'

const { pressProfile } = workerData as WorkerStart
const colours = await openColours(pressProfile)

// What was sent while this was loading has waited for the listener.
parentPort?.on('message', async (task: PictureTask) => {
  parentPort?.postMessage(await answerOf(task, colours))
})

import { Worker } from 'node:worker_threads'

const MEMORY_MB = 2048

/**
 * What `module` posts for `data`: work on a file that may be anybody's, in a thread of its own, which is ended when the file keeps
 * it busy for too long or asks for too much memory. Throws an Error whose message says which, in half a sentence.
 */
export function inThread<Answer>(module: URL, data: unknown, patienceMs: number): Promise<Answer> {
  const worker = new Worker(module, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  return new Promise<Answer>((resolve, reject) => {
    const seconds = Math.round(patienceMs / 1000)
    const timer = setTimeout(
      () => reject(new Error(`reading it takes longer than ${seconds} seconds`)),
      patienceMs,
    )
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('reading it came to no end'))
    })
  }).finally(() => worker.terminate())
}

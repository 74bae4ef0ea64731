// Started by a test as a process of its own: prints the browser's process number and waits to be ended.
// With `writing`, files keep coming into the browser's folder until this process is gone, as they do from one that is
// dying.
import { Worker } from 'node:worker_threads'
import { startBrowser } from '../../scripts/print/start-browser.ts'

const [, , cache = '', writing] = process.argv
const running = await startBrowser({ cache })
const browser = running.browser.process()
if (writing) await writeInto(browser?.spawnargs.find((one) => one.startsWith('--user-data-dir='))?.slice(16))
process.stdout.write(`${browser?.pid}\n`)
setInterval(() => undefined, 60_000)

async function writeInto(folder: string | undefined): Promise<void> {
  const program = `
    const { mkdirSync, writeFileSync } = require('node:fs')
    const { parentPort, workerData } = require('node:worker_threads')
    for (let count = 0; ; count++) {
      try { writeFileSync(workerData + '/' + process.pid + '-' + (count % 1000), '') } catch {}
      if (count === 1000) parentPort.postMessage('full')
    }`
  const worker = new Worker(program, { eval: true, workerData: folder })
  await new Promise((resolve) => worker.once('message', resolve))
}

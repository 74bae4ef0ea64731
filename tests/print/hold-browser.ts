// Started by a test as a process of its own: prints the browser's process number and waits to be ended.
// With `writing`, files keep coming into the browser's folder until this process is gone, as they do from one that is
// dying. With `starting` and a program that never says a word, the browser is still being started: that it runs, it
// says by a file.
import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { startBrowser } from '../../scripts/print/start-browser.ts'

const [, , cache = '', how, program] = process.argv
if (how === 'starting' && program) {
  startBrowser({ cache, browser: program }).catch(() => undefined)
  while (!existsSync(`${program}-started`)) await setImmediate()
  process.stdout.write('0\n')
  await new Promise(() => undefined)
}
const running = await startBrowser({ cache })
const browser = running.browser.process()
if (how === 'writing')
  await writeInto(browser?.spawnargs.find((one) => one.startsWith('--user-data-dir='))?.slice(16))
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

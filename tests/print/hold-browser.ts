// Started by a test as a process of its own: prints the browser's process number and waits to be ended.
import { startBrowser } from '../../scripts/print/start-browser.ts'

const running = await startBrowser({ cache: process.argv[2]! })
process.stdout.write(`${running.browser.process()?.pid}\n`)
setInterval(() => undefined, 60_000)

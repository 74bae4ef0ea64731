// Takes turns at a folder, in a process of its own: `hold-in-process.ts FOLDER TURNS`; no turns: it holds it until it
// is killed. Writes how often another was in at the same time.
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { holdFolder } from '../../scripts/start/hold-folder.ts'

const [root = '', turns = '0'] = process.argv.slice(2)
let meetings = 0

if (turns === '0')
  await holdFolder(root, async () => {
    process.stdout.write('held')
    await new Promise((come) => setTimeout(come, 600_000))
  })

for (let turn = 0; turn < Number(turns); turn += 1)
  await holdFolder(root, async () => {
    const here = join(root, 'somebody-is-in')
    const file = await open(here, 'wx').catch(() => undefined)
    if (!file) meetings += 1
    await file?.sync()
    await file?.close()
    if (file) await rm(here)
  })

process.stdout.write(String(meetings))

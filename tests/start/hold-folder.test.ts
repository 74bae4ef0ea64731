import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { holdFolder } from '../../scripts/start/hold-folder.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const WORKER = join(import.meta.dirname, 'hold-in-process.ts')

const inProcess = (root: string, turns: number): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', WORKER, root, String(turns)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

async function saidBy(child: ChildProcess): Promise<string> {
  let said = ''
  child.stdout?.on('data', (piece) => {
    said += piece
  })
  await once(child, 'close')
  return said
}

async function heldByOneThatIsKilled(root: string): Promise<void> {
  const child = inProcess(root, 0)
  await once(child.stdout!, 'data')
  child.kill('SIGKILL')
  await once(child, 'close')
}

it('lets processes in one at a time, where one of them was killed while it was in', async () => {
  const root = await publicationFolder({})
  await heldByOneThatIsKilled(root)
  expect(await readdir(root)).toEqual(['.whitepaper-new'])
  const said = await Promise.all(Array.from({ length: 5 }, () => saidBy(inProcess(root, 20))))
  expect(said).toEqual(['0', '0', '0', '0', '0'])
  expect(await readdir(root)).toEqual([])
})

it('lets many of one process in one at a time', async () => {
  const root = await publicationFolder({})
  await heldByOneThatIsKilled(root)
  let inside = 0
  const most = await Promise.all(
    Array.from({ length: 30 }, () =>
      holdFolder(root, async () => {
        inside += 1
        const now = inside
        await readdir(root)
        inside -= 1
        return now
      }),
    ),
  )
  expect(Math.max(...most)).toBe(1)
})

it('goes on where a folder is left without its owner', async () => {
  const root = await publicationFolder({})
  await mkdir(join(root, '.whitepaper-new'))
  expect(await holdFolder(root, async () => 'done')).toBe('done')
})

it('leaves alone what another computer holds', async () => {
  const root = await publicationFolder({})
  const theirs = `${process.pid}.a.${hostname()}-2`
  await mkdir(join(root, '.whitepaper-new'))
  await writeFile(join(root, '.whitepaper-new', theirs), '')
  await expect(holdFolder(root, async () => 'done', 50)).rejects.toThrow('Another `whitepaper new`')
  expect(await readdir(root)).toEqual(['.whitepaper-new'])
  expect(await readdir(join(root, '.whitepaper-new'))).toEqual([theirs])
})

it('says what the file system says of a folder that is not there', async () => {
  await expect(holdFolder('/no/such/folder', async () => 'done')).rejects.toThrow('ENOENT')
})

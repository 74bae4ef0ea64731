import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bytesOfBrowser } from '../../bench/builds.ts'
import { forget } from '../../bench/workplace.ts'

it('what is forgotten is everything but the browser: drawers of the cache, and what was built', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-test-'))
  try {
    const workplace = { folder, cache: join(folder, 'cache'), out: join(folder, 'dist') }
    for (const name of ['cache/browser-153.0.0', 'cache/pieces', 'cache/a-drawer-of-tomorrow', 'dist'])
      await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, 'cache/pieces/a-screen.pdf'), 'twelve bytes')
    await writeFile(join(folder, 'cache/pieces/a-press.pdf'), 'others')
    const built = { pieces: 1 } as Parameters<typeof bytesOfBrowser>[1]
    expect(await bytesOfBrowser(workplace, built)).toBe(12)
    expect(await bytesOfBrowser(workplace, { ...built, pieces: 2 })).toBeUndefined()
    await forget(workplace)
    expect(await readdir(workplace.cache)).toEqual(['browser-153.0.0'])
    expect(await readdir(folder)).toEqual(['cache'])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

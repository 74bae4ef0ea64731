import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { NoBrowserError, startBrowser } from '../../scripts/print/start-browser.ts'
import { isRunning, SETTINGS } from './browser-of-the-tests.ts'

/** A process that holds a browser, and the browser's process number. */
async function holder(
  how = '',
  { cache, program }: { cache: string; program?: string } = SETTINGS,
): Promise<{ child: ChildProcess; browser: number }> {
  const script = resolve('tests/print/hold-browser.ts')
  const words = [script, cache, how, ...(program ? [program] : [])]
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return { child, browser: Number(line.toString()) }
}

const profilesOf = async (pid: number | undefined): Promise<string[]> =>
  (await readdir(SETTINGS.cache)).filter((name) => name.startsWith('profile') && name.includes(`-${pid}-`))

describe('no browser is left running', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'when the build ends by %s, nor its folder',
    async (signal) => {
      const { child, browser } = await holder()
      expect(isRunning(browser)).toBe(true)
      expect(await profilesOf(child.pid)).toHaveLength(1)
      child.kill(signal)
      const [, endedBy] = await once(child, 'exit')
      expect(endedBy).toBe(signal)
      await vi.waitFor(() => expect(isRunning(browser)).toBe(false), { timeout: 60_000 })
      expect(await profilesOf(child.pid)).toEqual([])
    },
  )

  it('when the build ends by SIGTERM, and it ends by it, though files still come into the browser’s folder', async () => {
    const { child, browser } = await holder('writing')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
    await vi.waitFor(() => expect(isRunning(browser)).toBe(false), { timeout: 60_000 })
  })

  it('when the build ends by SIGTERM while it starts: its folder goes too', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'browser-'))
    const program = join(cache, 'silent')
    await writeFile(program, '#!/bin/sh\n: > "$0-started"\ncat <&3 >&4\n', { mode: 0o700 }) // Ends with the pipe.
    const { child } = await holder('starting', { cache, program })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
    expect((await readdir(cache)).sort()).toEqual(['silent', 'silent-started'])
    await rm(cache, { recursive: true })
  })

  it('when the build is killed; the next one clears its folder away', async () => {
    const { child, browser } = await holder()
    child.kill('SIGKILL')
    await once(child, 'exit')
    await vi.waitFor(() => expect(isRunning(browser)).toBe(false), { timeout: 60_000 })
    const next = await startBrowser(SETTINGS)
    await next.close()
    expect(await profilesOf(child.pid)).toEqual([])
  })

  it('when it is closed, even twice, and while it opens a page', async () => {
    const running = await startBrowser(SETTINGS)
    const pid = running.browser.process()!.pid!
    const opened = running.newPage().then(() => 'opened')
    await Promise.all([running.close(), running.close()])
    // Else whoever waits for it would wait for half a minute.
    expect(await Promise.race([opened, 'still waited for'])).toBe('opened')
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 60_000 })
    expect(await profilesOf(process.pid)).toEqual([])
    expect(process.listenerCount('SIGHUP')).toBe(0)
  })
})

it('a browser says its name and version, which stand in the files, and apart from them whether it has its sandbox', async () => {
  const running = await startBrowser(SETTINGS)
  await running.close()
  expect(running.version).toMatch(/^\w+\/[\d.]+$/)
  if (process.getuid?.() === 0) expect(running.isSandboxed).toBe(false)
})

describe('a browser that cannot be had is one clear sentence', () => {
  it.each([
    ['names a file that is not there', '/no/such/browser', 'There is no browser at /no/such/browser.'],
    ['names a file that may not be run', '/etc/passwd', '/etc/passwd is not a program that may be run.'],
    ['names a folder', '/tmp', '/tmp is not a program that may be run.'],
    ['names a program that is no browser', '/bin/true', /^The browser \/bin\/true does not start: /],
    [
      'names a service that does not answer',
      'ws://127.0.0.1:9/',
      /^The browser service at ws:\/\/127.0.0.1:9\/ does not/,
    ],
  ])('when the setting %s', async (_, browser, message) => {
    const cache = await mkdtemp(join(tmpdir(), 'browser-'))
    const error = await startBrowser({ cache, browser }).catch((thrown: unknown) => thrown)
    await rm(cache, { recursive: true })
    expect(error).toBeInstanceOf(NoBrowserError)
    expect((error as NoBrowserError).message).toMatch(message)
    expect((error as NoBrowserError).mend).toContain('npx whitepaper install-browser')
  })
})

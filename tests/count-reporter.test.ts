import { afterEach, expect, it, vi } from 'vitest'
import { CountReporter } from './support/count-reporter.ts'

const before = process.exitCode
afterEach(() => {
  process.exitCode = before
  vi.restoreAllMocks()
})

async function written(scripts: readonly string[]): Promise<string> {
  let text = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += String(piece)
    return true
  })
  const reporter = new CountReporter(scripts)
  reporter.onInit()
  await reporter.onTestRunEnd([], [])
  return text
}

it('closes with the numbers of tests, alone on a line', async () => {
  expect(await written([])).toBe('\n0 passed, 0 failed\n')
  expect(process.exitCode).toBe(before)
})

it('counts a script that fails as a failed test, names it, and fails the run', async () => {
  const text = await written(['no-such-script'])
  expect(text).toMatch(/npm run no-such-script\n[\s\S]*\n0 passed, 1 failed\n$/)
  expect(process.exitCode).toBe(1)
})

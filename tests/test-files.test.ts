import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isSlowFile, isSlowProgram, watchPrograms } from './support/begun-programs.ts'

const FILES = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)
const HOOK = /^(before|after)(Each|All)\(/m
const namesWith = (pattern: RegExp): string[] =>
  FILES.filter((name) => pattern.test(readFileSync(join('tests', name), 'utf8')))

// Modules stay loaded from one file of tests to the next, and so does what the first of them left behind.
it('no module beside the tests registers a hook when it is loaded: it would count for the first file alone', () => {
  const beside = namesWith(HOOK).filter((name) => !name.endsWith('.test.ts'))
  expect(beside).toEqual([join('support', 'each-file.ts')])
})

it('no file of tests puts a module of ours into another’s place', () => {
  expect(namesWith(/\bvi\.(mock|doMock)\(\s*['"]\./)).toEqual([])
})

// It replaces Array.prototype.push, among others, for all that runs in the same process, and makes it many times
// slower.
it('no file of tests opens pdf.js but in a thread', () => {
  expect(namesWith(/from 'pdfjs-dist\//)).toEqual([])
})

const PROGRAMS = [
  ['.cache/browser-1/headless_shell --headless --remote-debugging-pipe', true],
  ['soffice -env:UserInstallation=file:///a/profile --headless --convert-to docx', true],
  ['java -jar .cache/verapdf/cli-1.30.2.jar --format json a.pdf', true],
  ['bin/whitepaper.mjs build --root a', true],
  ['bin/whitepaper.mjs check --root a', false],
  ['git log -1', false],
] as const

it.each(PROGRAMS)('what begins “%s” is slow: %s', (words, isSlow) => {
  expect(isSlowProgram(words)).toBe(isSlow)
})

it('programs are seen that a test begins', async () => {
  const begun = watchPrograms()
  await once(spawn(process.execPath, ['-e', '', '--', 'seen'], { stdio: 'ignore' }), 'close')
  expect(begun()).toEqual([`${process.execPath} -e  -- seen`])
})

it('slow tests, and the few that prove the whole way, have it in their names: each other one fails that begins such a program', () => {
  const names = FILES.filter((name) => name.endsWith('.test.ts')).map((name) => join('tests', name))
  const slow = names.filter(isSlowFile)
  expect(slow.filter((name) => !name.endsWith('.slow.test.ts'))).toEqual(
    ['paper', 'preview'].map((name) => join('tests', 'whole-way', `${name}.test.ts`)),
  )
  expect(slow.length).toBeLessThan(names.length / 4)
})

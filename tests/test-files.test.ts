import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

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

// It replaces Array.prototype.push, among others, for all that runs in the same process, and makes it many times slower.
it('no file of tests opens pdf.js but in a thread', () => {
  expect(namesWith(/from 'pdfjs-dist\//)).toEqual([])
})

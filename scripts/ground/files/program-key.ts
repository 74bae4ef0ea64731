// No edit of the program and no other version of a library meets what was remembered before it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest } from '../digest.ts'

const PACKAGE = fileURLToPath(new URL('../../../', import.meta.url))

let key: Promise<string> | undefined

/** The same for as long as the process runs: it goes on with the code that it has loaded. */
export function programKey(): Promise<string> {
  key ??= makeKey()
  return key
}

async function makeKey(): Promise<string> {
  // Not by its name: what compiles the program would take it in, and then it would not know where it is.
  const { fingerprint } = (await import(new URL('../../../bin/program.mjs', import.meta.url).href)) as {
    fingerprint: () => string
  }
  return digest(fingerprint(), process.version, ...(await versionsOfLibraries()))
}

/**
 * What npm wrote of all that it installed, in this package or where this package is installed; else what this package
 * asks for.
 */
async function versionsOfLibraries(): Promise<string[]> {
  const names = [
    'package.json',
    'node_modules/.package-lock.json',
    '../.package-lock.json',
    '../../.package-lock.json', // from a folder of its scope
  ]
  return Promise.all(names.map((name) => readFile(join(PACKAGE, name), 'utf8').catch(() => '')))
}

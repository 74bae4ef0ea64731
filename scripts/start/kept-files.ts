// Files that a new repository or a project of npm has already: `init` goes beside them, and leaves them as they are.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { StarterFile } from './starter-files.ts'

/** What a folder may hold and still be a new one. */
const BEGUN =
  /^(?:\.git|\.DS_Store|node_modules|package(?:-lock)?\.json|\.npmrc|\.nvmrc|\.git(?:ignore|attributes)|\.editorconfig|readme(?:\.\w+)?|licen[cs]e(?:\.\w+)?|whitepaper-[\d.]+\.tgz)$/i

export const isBegun = (name: string): boolean => BEGUN.test(name)

/** Those that are to be written, and what is missing in those that are there. `names`: what the folder holds. */
export async function besideKept(
  root: string,
  names: readonly string[],
  files: readonly StarterFile[],
): Promise<{ readonly files: readonly StarterFile[]; readonly findings: readonly Finding[] }> {
  const there = new Map(names.map((name) => [name.toLowerCase(), name]))
  const kept = files.flatMap((one) => {
    const name = there.get(one.file.toLowerCase())
    return name === undefined ? [] : [{ name, wanted: String(one.content) }]
  })
  const told = await Promise.all(
    kept.map(async ({ name, wanted }) => {
      const own = await readFile(join(root, name), 'utf8').catch(() => '')
      const missing = missingIn(name, own, wanted)
      return missing === '' ? [] : [finding('begun-file-is-fit', { file: name }, { file: name, missing })]
    }),
  )
  return { files: files.filter(({ file }) => !there.has(file.toLowerCase())), findings: told.flat() }
}

/** What a publication needs of it, '' for nothing. */
function missingIn(name: string, own: string, wanted: string): string {
  if (name === 'package.json') return /"whitepaper"\s*:/.test(own) ? '' : programIn(wanted)
  if (name !== '.gitignore') return ''
  const lines = new Set(own.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')))
  return wanted
    .split('\n')
    .filter((line) => /^[^#\s]+\/$/.test(line) && !lines.has(line.replace(/\/$/, '')))
    .map(asCode)
    .join(', ')
}

const asCode = (words: string): string => `\`${words}\``

const programIn = (wanted: string): string => asCode(/"whitepaper": "[^"]*"/.exec(wanted)?.[0] ?? '')

// What differs between Linux, macOS and Windows, as far as it shows on one of them.
import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeNewFile } from '../scripts/commands/make-new-file.ts'
import { findingsIn } from './e2e/run-whitepaper.ts'
import { publicationFolder } from './support/publication-folder.ts'
import { whitepaperHere } from './support/whitepaper-here.ts'

const FILES = ['scripts', 'bin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?ts$|\.mjs$/.test(name))
    .map((name) => join(folder, name)),
)
const linesWith = (pattern: RegExp): string[] =>
  FILES.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )

describe('the program', () => {
  it.each([
    ['takes no path from an address by its letters', /import\.meta\.url\)\.pathname/],
    ['runs nothing through a shell', /shell: true|\bexecSync\(|[^.\w]exec\(/],
    [
      'asks the system for the home and the temporary folder',
      /env\.(?:HOME|USERPROFILE|TMPDIR)\b|['"`]\/tmp\b/,
    ],
    [
      'joins paths of the disk by the sign of the system',
      /\$\{(?:settings\.root|settings\.out|process\.cwd\(\))\}\//,
    ],
    ['leaves to the system which signals it knows', /process\.kill\([^)]*'SIG(?:USR|STOP|CONT)/],
  ])('%s', (_, pattern) => {
    expect(FILES.length).toBeGreaterThan(500)
    expect(linesWith(pattern)).toEqual([])
  })

  it('is packed by scripts that every shell knows', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    for (const script of Object.values(scripts))
      expect(script).not.toMatch(/\$|`|(?:^|[;&] *)(?:rm|cp|mv|export|test) /)
  })
})

describe('files with the line ends of Windows', () => {
  const TEXT = /\.(?:md|ya?ml|css|liquid|csv)$/

  /** A new publication with a template and a style of its own. */
  async function files(): Promise<Record<string, string>> {
    const starter = readdirSync('templates/init', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.[a-z]+$/.test(name),
    )
    const own = {
      'templates/case-head.liquid': readFileSync('templates/case-head.liquid', 'utf8'),
      'templates/styles/90-own.css': '.own {\n  color: black;\n}\n',
      'templates/site/styles/90-own.css': '.own {\n  color: black;\n}\n',
      'templates/new/case-study.md': readFileSync('templates/new/case-study.md', 'utf8'),
    }
    const read = starter.map((name) => [name, readFileSync(join('templates/init', name), 'utf8')])
    const all: Record<string, string> = { ...Object.fromEntries(read), ...own }
    const yaml = all['publication.yaml'] ?? ''
    return {
      ...all,
      'publication.yaml': yaml.replace(/^title:/m, 'title: A').replace(/^style:/m, 'style: none'),
    }
  }
  const asOnWindows = (all: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(all).map(([name, text]) => [
        name,
        TEXT.test(name) ? text.replaceAll('\n', '\r\n') : text,
      ]),
    )

  it('make the same pages, and no finding more', async () => {
    const all = await files()
    const made = await Promise.all(
      [all, asOnWindows(all)].map(async (one) => {
        const root = await publicationFolder(one)
        const ended = await whitepaperHere('build', '--root', root, '--edition', 'site', '--report', 'json')
        return { ended, pages: await pagesIn(join(root, 'dist/site')) }
      }),
    )
    for (const { ended } of made)
      expect([ended.status, findingsIn(ended)]).toEqual([0, ['site-offers-the-paper']])
    expect(Object.keys(made[0]?.pages ?? {}).length).toBeGreaterThan(8)
    expect(made[1]?.pages).toEqual(made[0]?.pages)
  })

  it('are kept in a list that gets one file more, and a new file is made of a template with them', async () => {
    const root = await publicationFolder(asOnWindows(await files()))
    const { file, findings } = await makeNewFile({ root, kind: 'case-study', title: 'Snow', values: [] })
    expect([file, findings]).toEqual(['case-studies/02-snow.md', []])
    const text = await readFile(join(root, file), 'utf8')
    expect(text.match(/^---\r?$/gm)).toHaveLength(2)
    expect(text).toMatch(/^---\r?\ntitle: Snow\r?\n/)
    const list = await readFile(join(root, 'publication.yaml'), 'utf8')
    expect(list).toMatch(/- case-studies\/02-snow\.md\r?\n/)
    expect(list.replaceAll('\r\n', '')).not.toContain('\n')
  })
})

/** All but what a search engine of its own makes. */
async function pagesIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const pages = names
    .filter((name) => /\.(?:html|css|csv)$/.test(name) && !name.startsWith('pagefind'))
    .sort()
  return Object.fromEntries(
    await Promise.all(pages.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}

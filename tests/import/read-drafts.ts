// An import as the command makes it, read back from the disk.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { publishNew } from '../../scripts/build/publish-new.ts'
import { type Import, type ImportWishes, importArchives } from '../../scripts/import/import-archive.ts'
import type { Finding } from '../../scripts/model/finding.ts'

export interface Imported {
  readonly findings: readonly Finding[]
  readonly counts: Import['counts']
  readonly written: number
}

export async function importInto(
  root: string,
  path: string,
  wishes: Partial<ImportWishes> = {},
): Promise<Imported> {
  const given = {
    hashtag: '',
    zone: 'Europe/London',
    day: '2013-07-26',
    columns: {},
    withLocation: false,
    withContacts: false,
    paths: [path],
    pasted: async () => Buffer.alloc(0),
    ...wishes,
    root,
  }
  const archive = await importArchives(given)
  const findings = [...archive.findings]
  const drafts = (async function* () {
    for await (const { files, findings: told } of archive.drafts()) {
      findings.push(...told)
      if (files.length > 0) yield files
    }
  })()
  const { written, findings: unwritten } = await publishNew(drafts)
  archive.close()
  return { findings: [...findings, ...unwritten], counts: archive.counts, written }
}

export interface Draft {
  readonly name: string
  readonly matter: Record<string, unknown>
  readonly body: string
}

/** The moments of a publication in the order of their names. */
export async function draftsIn(root: string): Promise<Draft[]> {
  const folder = join(root, 'launch', 'moments')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (name) => {
      const [, yaml = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n\n([\s\S]*)\n$/.exec(await readFile(join(folder, name), 'utf8')) ?? []
      return { name: name.slice(0, -3), matter: parse(yaml) as Record<string, unknown>, body }
    }),
  )
}

/** Every file below the publication: nothing half-written lies about. */
export const filesIn = async (root: string): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name)
    .sort()

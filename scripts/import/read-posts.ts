// One archive → the posts in it. Of an account's own archive nothing else is read; in a folder in which somebody
// gathered things, each file is read by the service that knows it.
import { unknownArchive } from '../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { kindInWords, wayIn, waysIn } from '../ground/files/kind-of-file.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { Around, ReadArchive, Service } from './archived-post.ts'
import { documentOf } from './document-of.ts'
import { SERVICES } from './services/services.ts'

interface Found {
  readonly service: Service
  readonly names: readonly string[]
}

/** `only`: the one file that was named. Throws ArchiveFault. */
export async function readPosts(
  files: ArchiveFiles,
  only: string | undefined,
  around: Around,
): Promise<ReadArchive> {
  const found = await recognised(files, only, around)
  if (found.length === 0) throw unknownArchive(around.shown)
  const read: ReadArchive[] = []
  const used = new Set<string>()
  // What a chat or a page shows is no photograph of its own.
  const seen: ArchiveFiles = {
    ...files,
    read: (name, most) => {
      used.add(name)
      return files.read(name, most)
    },
  }
  for (const { service, names } of found) {
    const left = names.filter((name) => !used.has(name) || !service.isLast)
    const archive = await service.read(seen, left, around)
    for (const { pictures } of archive.posts) for (const { name } of pictures) used.add(name)
    read.push(archive)
  }
  const known = new Set([...used, ...found.flatMap(({ names }) => names)])
  const isWhole = found.some(({ service }) => service.isWhole)
  const beside =
    only || isWhole
      ? []
      : textsBeside(
          files.names.filter((name) => !known.has(name)),
          around.shown,
        )
  return {
    posts: read.flatMap(({ posts }) => posts),
    leftOut: read.reduce((sum, { leftOut }) => sum + leftOut, 0),
    findings: [...read.flatMap(({ findings }) => findings), ...beside],
  }
}

async function recognised(files: ArchiveFiles, only: string | undefined, around: Around): Promise<Found[]> {
  const names = only === undefined ? files.names : [only]
  const found: Found[] = []
  const left = new Set(names)
  for (const service of SERVICES) {
    // The pictures in a Word file are no photographs of the day.
    if (service.isLast && found.length === 0) refuseDocument(names, only, around.shown)
    const own = await service.recognise(files, [...left], around)
    if (own.length === 0) continue
    const parts = only ? (service.partsOf?.(only, files.names) ?? []) : []
    const all = [...own, ...parts]
    if (service.isWhole) return [{ service, names: all }]
    found.push({ service, names: all })
    for (const name of all) left.delete(name)
  }
  return found
}

function refuseDocument(names: readonly string[], only: string | undefined, shown: string): void {
  const document = documentOf(names, only, shown)
  if (document)
    throw unknownArchive(shown, {
      is: document.is,
      ...document.ways,
      ...(document.isOfWebPages ? { asJson: true } : {}),
    })
}

/** What somebody wrote and put beside what was gathered. */
const textsBeside = (names: readonly string[], shown: string): Finding[] =>
  names
    .filter((name) => wayIn(name) !== undefined)
    .map((file) => {
      const facts = { problem: 'text-of-its-own', file, is: kindInWords(file), ...waysIn([file]) } as const
      return finding('archived-post-is-read', { file: shown }, facts)
    })

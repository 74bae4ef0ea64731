// A zip of any size: its list is read, then only the files that are asked for, as streams.

import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { ArchiveFault, damagedArchive, refusedArchive } from './archive-fault.ts'
import type { ArchiveFiles } from './archive-files.ts'
import { tooLarge } from './folder-files.ts'

const MOST_FILES = 200_000
/** JSON of posts packs to a tenth or a twentieth; a bomb to a thousandth. Small files may be what they like. */
const MOST_RATIO = 200
const SMALL_BYTES = 10 * 1024 * 1024

const OPENED = { lazyEntries: true, autoClose: false, strictFileNames: false } as const

export const zipFiles = (path: string): Promise<ArchiveFiles> => filesOf(yauzl.openPromise(path, OPENED))

/** Of a zip in memory, such as a Word file. */
export const zipFilesIn = (bytes: Buffer): Promise<ArchiveFiles> =>
  filesOf(yauzl.fromBufferPromise(bytes, OPENED))

async function filesOf(opened: Promise<ZipFile>): Promise<ArchiveFiles> {
  const zip = await opened.catch((fault: Error) => {
    throw broken(fault)
  })
  const entries = await listEntries(zip).catch((fault: Error) => {
    zip.close()
    throw fault instanceof ArchiveFault ? fault : broken(fault)
  })
  const stream = (name: string): Promise<Readable> => openEntry(zip, entries.get(name), name)
  return {
    names: [...entries.keys()].sort(),
    stream,
    read: async (name, mostBytes) => {
      // The size that is told here is held against what comes out, to the byte, by the library.
      if ((entries.get(name)?.uncompressedSize ?? 0) > mostBytes) throw tooLarge(name, mostBytes)
      return buffer(await stream(name)).catch((fault: Error) => {
        throw broken(fault)
      })
    },
    close: () => zip.close(),
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry
    if (fileName.endsWith('/')) continue
    if (uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MOST_RATIO)
      throw refusedArchive({ problem: 'unpacks-to-much', file: fileName, times: MOST_RATIO })
    if (entries.size >= MOST_FILES) throw refusedArchive({ problem: 'too-many-files', most: MOST_FILES })
    entries.set(fileName, entry)
  }
  return entries
}

async function openEntry(zip: ZipFile, entry: Entry | undefined, name: string): Promise<Readable> {
  if (!entry) throw damagedArchive({ problem: 'file-is-missing', file: name })
  if (entry.isEncrypted()) throw refusedArchive({ problem: 'locked', file: name })
  return zip.openReadStreamPromise(entry).catch((fault: Error) => {
    throw broken(fault)
  })
}

/** Paths that lead out of the folder are refused by the library as it reads the list. */
function broken(fault: Error): ArchiveFault {
  const leadsOut = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/.exec(
    fault.message,
  )
  if (leadsOut) return refusedArchive({ problem: 'leads-out', file: leadsOut[1]?.slice(0, 80) ?? '' }, fault)
  return damagedArchive({ problem: 'zip-ends-early' }, fault)
}

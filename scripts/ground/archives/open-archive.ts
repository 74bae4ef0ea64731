// FILE or FOLDER → its files. Nothing of it is unpacked on the disk.
import { open, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { unknownArchive } from './archive-fault.ts'
import type { ArchiveFiles } from './archive-files.ts'
import { archiveReach, folderFiles } from './folder-files.ts'
import { zipFiles } from './zip-files.ts'

/** `only` names the one file that was meant, where its neighbours are there for their pictures alone. */
export async function openArchive(path: string): Promise<{ files: ArchiveFiles; only?: string }> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw unknownArchive(basename(path))
  if (found.isDirectory()) return { files: await folderFiles(path, archiveReach()) }
  if (!found.isFile()) throw unknownArchive(basename(path))
  // A workbook is a zip, and one file.
  if (!/\.xlsx$/i.test(path) && (await isZip(path))) return { files: await zipFiles(path) }
  return { files: await folderFiles(dirname(path), archiveReach(basename(path))), only: basename(path) }
}

/** By its first bytes, whatever its name says. An empty zip has only its end. */
async function isZip(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(buffer.toString('latin1'))
  } finally {
    await handle.close()
  }
}

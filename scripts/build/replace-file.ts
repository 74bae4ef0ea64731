// A file of the author’s gets new content: whole or not at all, and never over what was saved in the meantime.
import { access, chmod, chown, constants, readFile, rm, stat } from 'node:fs/promises'
import { renamePatiently } from '../ground/files/rename-patiently.ts'
import { writeBeside } from './publish.ts'

/** False where the file does not say `before` any more. Keeps mode and owner. Throws what the file system throws. */
export async function replaceFile(path: string, before: Buffer, content: Buffer): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  // Whoever may rename in the folder could replace a file that is protected, and root may write to any.
  if ((mode & 0o222) === 0) throw new Error('it is write-protected')
  await access(path, constants.W_OK)
  const temporary = await writeBeside(path, content)
  try {
    await chown(temporary, uid, gid).catch(() => {}) // Who may not give files away is the owner already.
    await chmod(temporary, mode & 0o7777)
    if (!before.equals(await readFile(path))) return false
    await renamePatiently(temporary, path)
    return true
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
}

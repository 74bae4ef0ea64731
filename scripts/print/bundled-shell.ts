// The headless shell that npm brings along, unpacked once into a private folder. Only the files of the package are
// used: its own code unpacks into a shared temporary folder and asks for a newer Node.
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar'
import { whyNot } from '../ground/files/why-not.ts'
import { NoBrowserError } from './no-browser-error.ts'
import { privateFolder, sweepLeftovers, temporaryPrefix } from './private-folder.ts'

export interface BundledShell {
  readonly program: string
  /** Folder of the shared libraries that the shell needs and a bare system lacks. */
  readonly libraries: string
}

/** Whether this machine can run the shell that the lockfile pins. */
export const canUseBundledShell = (): boolean => process.platform === 'linux' && process.arch === 'x64'

/**
 * Unpacks the shell into `cache`, or finds it unpacked. Safe when several builds do it at once, and when one is
 * killed.
 */
export async function bundledShell(cache: string): Promise<BundledShell> {
  const { folder: packageFolder, version } = await shellPackage()
  await privateFolder(cache)
  const folder = join(cache, `browser-${version}`)
  const shell = { program: join(folder, 'headless_shell'), libraries: join(folder, 'lib') }
  if (await exists(folder)) {
    // Someone may have loosened it since: what is run must still be ours alone.
    await privateFolder(folder)
    return shell
  }
  await sweepLeftovers(cache)
  await unpackInto(folder, cache, packageFolder)
  return shell
}

async function shellPackage(): Promise<{ folder: string; version: string }> {
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = dirname(dirname(main))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version }
  } catch (cause) {
    throw new NoBrowserError('The browser that belongs to this system is not installed.', {
      mend: 'Run `npm ci`.',
      cause,
    })
  }
}

async function unpackInto(folder: string, cache: string, packageFolder: string): Promise<void> {
  let temporary = ''
  try {
    temporary = await mkdtemp(join(cache, temporaryPrefix('browser')))
    const bin = join(packageFolder, 'bin')
    await mkdir(join(temporary, 'lib'), { mode: 0o700 })
    await Promise.all([
      unpackProgram(join(bin, 'chromium.br'), join(temporary, 'headless_shell')),
      pipeline(
        createReadStream(join(bin, 'al2023.tar.br')),
        createBrotliDecompress(),
        extract({ cwd: temporary }),
      ),
    ])
    await renameUnlessThere(temporary, folder)
  } catch (cause) {
    throw new NoBrowserError(`The browser could not be unpacked into ${cache}: ${whyNot(cause)}.`, {
      mend: 'Make room on the disk, or check that the folder can be written to; the browser takes about 200 MB.',
      cause,
    })
  } finally {
    if (temporary) await rm(temporary, { recursive: true, force: true })
  }
}

async function unpackProgram(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o700 }))
  // A folder that has its final name is taken for whole ever after, so the bytes must be on the disk before the rename.
  const file = await open(to, 'r')
  await file.sync().finally(() => file.close())
}

async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Another build was faster: its copy is as good as ours.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

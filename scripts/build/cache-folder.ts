// Where the program keeps what it remembers, and the browser that it unpacked.
import { accessSync, constants, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, win32 } from 'node:path'
import { fileURLToPath } from 'node:url'
import { homeOfUser } from '../ground/files/home-of-user.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'

export interface Whereabouts {
  readonly platform: NodeJS.Platform
  /** Of the user; '' where there is none. */
  readonly home: string
  readonly temporary: string
  /** Undefined on systems without. */
  readonly uid: number | undefined
  /** The clone of the repository that the program runs in; undefined where it was installed. */
  readonly clone: string | undefined
  /** Whether it is a folder that can be written, or can be made. */
  readonly canWrite: (folder: string) => boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url))

/**
 * In a clone beside the program, else in the user’s own cache: an installed package is replaced as a whole, and may
 * be one that many use. Where a user can write into neither, in a folder of theirs among what is temporary.
 */
export function cacheFolder(environment: Environment, at: Whereabouts = here()): string {
  const { isAbsolute, join: joined } = at.platform === 'win32' ? win32 : posix
  const wished = environment.WHITEPAPER_CACHE
  // Programs are run from there: a folder that depends on the working directory could be someone else's.
  if (wished && !isAbsolute(wished))
    throw new WrongUseError(
      `WHITEPAPER_CACHE is \`${wished}\`, which is no absolute path.`,
      'Write the whole path, from the root of the disk.',
    )
  if (wished) return wished
  if (at.clone !== undefined && at.canWrite(at.clone)) return joined(at.clone, '.cache')
  const own = cacheOfUser(environment, at)
  const folder = own && joined(own, 'whitepaper')
  return folder && at.canWrite(folder) ? folder : joined(at.temporary, `whitepaper-${at.uid ?? 'cache'}`)
}

/** As each system has it; '' where there is none. XDG Base Directory Specification 0.8: a relative path is none. */
function cacheOfUser(environment: Environment, { platform, home }: Whereabouts): string {
  if (platform === 'win32') return environment.LOCALAPPDATA || (home && win32.join(home, 'AppData', 'Local'))
  const { XDG_CACHE_HOME: wished = '' } = environment
  if (posix.isAbsolute(wished)) return wished
  if (!posix.isAbsolute(home)) return ''
  return platform === 'darwin' ? posix.join(home, 'Library', 'Caches') : posix.join(home, '.cache')
}

const here = (): Whereabouts => ({
  platform: process.platform,
  home: homeOfUser(),
  temporary: tmpdir(),
  uid: process.getuid?.(),
  clone: existsSync(join(PACKAGE, 'scripts', 'cli.ts')) ? PACKAGE : undefined,
  canWrite,
})

/** By the nearest folder above that is there. */
function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch (error) {
    const above = dirname(folder)
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && above !== folder && canWrite(above)
  }
}

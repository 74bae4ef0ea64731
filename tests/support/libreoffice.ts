// LibreOffice, where it is installed; on CI it must be.
import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const HAS_LIBREOFFICE =
  process.env.WHITEPAPER_REQUIRE_LIBREOFFICE === '1' ||
  spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

const run = promisify(execFile)

/** `file` of `folder` is written there in the form `to`. */
export async function converted(
  folder: string,
  file: string,
  to: string,
  filter: readonly string[] = [],
): Promise<void> {
  const own = `-env:UserInstallation=file://${folder}/profile`
  await run('soffice', [
    own,
    '--headless',
    ...filter,
    '--convert-to',
    to,
    '--outdir',
    folder,
    join(folder, file),
  ])
}

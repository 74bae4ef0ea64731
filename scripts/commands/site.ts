import { stat } from 'node:fs/promises'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import { siteFolder } from '../editions/write-site.ts'
import { serveFolder } from '../ground/http/serve-folder.ts'
import { buildCommand } from './build.ts'

/** `whitepaper site`: builds the website and shows it until it is told to stop. */
export async function siteCommand(options: Options & { readonly port: number }): Promise<number> {
  const site = { ...options, edition: 'site' }
  const { settings } = await resolveSettings(site)
  const before = settings && (await identityOf(siteFolder(settings)))
  const status = await buildCommand(site)
  if (!settings) return status || 1
  // A draft is written although it has errors, and is there to be looked at.
  const isWritten = (await identityOf(siteFolder(settings))) !== before
  if (status !== 0 && !(settings.draft && isWritten)) return status
  const served = await serveFolder(siteFolder(settings), options.port).catch(
    (error: NodeJS.ErrnoException) => error,
  )
  if (served instanceof Error) {
    const reason = served.code === 'EADDRINUSE' ? 'something else is shown there' : served.message
    process.stderr.write(
      `whitepaper: port ${options.port} cannot be used: ${reason}\n    Name another with --port.\n`,
    )
    return 2
  }
  const stopped = untilStopped() // Before it says that it is there.
  process.stderr.write(`Shown at ${served.url} (Ctrl+C ends it)\n`)
  await stopped
  await served.close()
  return 0
}

/** Each build makes a folder of its own. Undefined when there is none. */
const identityOf = (folder: string): Promise<string | undefined> =>
  stat(folder).then(
    ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
    () => undefined,
  )

const untilStopped = (): Promise<unknown> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, done)
  })

// What is shown in a browser of this machine, until somebody ends it.
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { NoBrowserError } from '../print/no-browser-error.ts'

export function refusePort(error: NodeJS.ErrnoException, port: number): never {
  const reason = error.code === 'EADDRINUSE' ? 'something else is shown there' : error.message
  throw new WrongUseError(`Port ${port} cannot be used: ${reason}.`, 'Name another with --port.')
}

/** It is not worth an end when there is none: the address has been said. */
export async function showInBrowser(url: string): Promise<void> {
  const { default: open } = await import('open')
  const started = await open(url).catch(() => undefined)
  started?.on('error', () => undefined)
}

export function untilStopped(): {
  readonly reached: Promise<NoBrowserError | undefined>
  readonly fail: (error: NoBrowserError) => void
} {
  let end: (error?: NoBrowserError) => void = () => undefined
  const reached = new Promise<NoBrowserError | undefined>((resolve) => {
    end = resolve
    // Not once: the browser ends the program by a signal that nobody else listens for.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(undefined))
  })
  return { reached, fail: end }
}

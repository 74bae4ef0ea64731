import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import { type Desk, openDesk } from '../curate/desk.ts'
import { serveCurate } from '../curate/serve-curate.ts'
import { showPictures } from '../curate/show-picture.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { watchPublication } from '../preview/watch-publication.ts'
import { openOutput } from './command-output.ts'
import { readerOf, replaceIn } from './curate-tools.ts'
import { refusePort, showInBrowser, untilStopped } from './show-until-stopped.ts'

export interface CurateOptions extends Pick<Options, 'root' | 'quiet'> {
  readonly port: number
  /** Whether the page is opened in the user's own browser. */
  readonly open?: boolean
}

/**
 * `whitepaper curate`: the desk on which a launch is put in order, until it is told to stop. Exit status 2 without one.
 */
export async function curateCommand(options: CurateOptions): Promise<number> {
  const output = openOutput({ ...options, quiet: true })
  const { findings } = await output.guard(async () => {
    const { settings, findings } = await resolveSettings(options)
    const faults = errorsOf(findings)
    return settings ? withFindings(faults, () => curate(settings, options, faults)) : { findings: faults }
  })
  return output.close(findings)
}

const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error')

async function curate(
  settings: Settings,
  { port, open: opens }: CurateOptions,
  before: readonly Finding[],
): Promise<Found> {
  const ending = untilStopped()
  const { root } = settings
  const reader = readerOf(settings)
  const opened = await openDesk({ reader, replace: (...words) => replaceIn(root, ...words) })
  const { value: desk } = opened
  if (!desk) {
    const findings = errorsOf(opened.findings)
    if (before.length + findings.length > 0) return { findings }
    throw new WrongUseError(
      'There is no launch to curate: the folder launch/ has no event.yaml.',
      'Say in launch/event.yaml what was launched, and when; `whitepaper import` brings posts in.',
    )
  }
  const watch = await watchPublication(root, [settings.out], (file) => void changed(desk, file))
  try {
    const served = await serveCurate(desk, showPictures(root), { port }).catch((error) =>
      refusePort(error, port),
    )
    process.stderr.write(`Shown at ${served.url} (Ctrl+C ends it)\n`)
    if (opens) await showInBrowser(served.url)
    await ending.reached
    await served.close()
    return { findings: [] }
  } finally {
    await watch.close()
  }
}

const changed = (desk: Desk, file: string): Promise<void> => desk.changed(file).catch(() => undefined)

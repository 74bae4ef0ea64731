import { resolve } from 'node:path'
import type { Options } from '../build/resolve-settings.ts'
import { editorLink } from '../preview/editor-link.ts'
import { openPreview } from '../preview/open-preview.ts'
import type { PreviewState } from '../preview/protocol.ts'
import { servePreview } from '../preview/serve-preview.ts'
import { watchPublication } from '../preview/watch-publication.ts'
import { countText } from '../report/report-text.ts'
import { openOutput } from './command-output.ts'
import { refusePort, showInBrowser, untilStopped } from './show-until-stopped.ts'

export interface DevOptions extends Options {
  readonly port: number
  /** Whether the page is opened in the user's own browser. */
  readonly open?: boolean
  /** `vscode`, or the address of another editor with `{path}` and `{line}`. */
  readonly editor?: string
}

/** `whitepaper dev`: shows the printed pages and goes on until it is told to stop. Exit status 2 when it cannot. */
export async function devCommand(options: DevOptions): Promise<number> {
  const output = openOutput({ quiet: true })
  const { findings } = await output.guard(async () => {
    await showUntilStopped(options)
    return { findings: [] }
  })
  return output.close(findings)
}

async function showUntilStopped({ port, open: opens, editor, ...options }: DevOptions): Promise<void> {
  const root = resolve(options.root ?? '.')
  const link = editor === undefined ? undefined : editorLink(editor)
  const ending = untilStopped()
  const preview = openPreview(options, { root, editor: link, failed: ending.fail })
  const watch = await watchPublication(root, [resolve(options.out ?? `${root}/dist`)], preview.changed)
  preview.changed('publication.yaml') // What was saved before the watch began has been told by nobody.
  try {
    const served = await servePreview(preview, { port }).catch((error) => refusePort(error, port))
    process.stderr.write(`Shown at ${served.url} (Ctrl+C ends it)\n`)
    if (!options.quiet) preview.subscribe(sayWhatCameOfIt())
    if (opens) await showInBrowser(served.url)
    const failure = await ending.reached
    await served.close()
    if (failure) throw failure
  } finally {
    await Promise.all([preview.close(), watch.close()])
  }
}

/** A line each time that all is done, for whoever has the terminal before them. */
function sayWhatCameOfIt(): (state: PreviewState) => void {
  let last = ''
  return ({ phase, paper, findings }) => {
    if (phase !== 'settled' && phase !== 'stopped') return
    const pages = phase === 'settled' ? `${paper?.pages.length ?? 0} pages` : 'Not printed'
    const line = `${pages} · ${countText(findings)}`
    if (line !== last) process.stderr.write(`${line}\n`)
    last = line
  }
}

import type { Options } from '../build/resolve-settings.ts'
import type { Finding } from '../model/finding.ts'
import { adoptInto } from './adopt-into.ts'
import { openOutput } from './command-output.ts'

export type AdoptOptions = Pick<Options, 'root' | 'report' | 'quiet' | 'all'>

/** `whitepaper adopt`: exit status 0, 1 when something was lost or could not be read, 2 on wrong use. */
export async function adoptCommand(paths: readonly string[], options: AdoptOptions): Promise<number> {
  const output = openOutput(options)
  const all: Finding[] = []
  let summary = 'Nothing was written'
  await output.guard(all, async () => {
    const done = await adoptInto({ paths, root: options.root ?? '.' }, output, all)
    summary = done.summary
  })
  return output.close(all, { findings: all }, summary)
}

import type { Finding } from '../model.ts'
import { checkPublication } from '../pipeline.ts'
import { type Options, resolveSettings } from '../settings.ts'
import { openDesk } from './desk.ts'

/** `whitepaper check`: exit status 0, or 1 when the texts are not fit to be printed. */
export async function checkCommand(options: Options): Promise<number> {
  const desk = openDesk(options)
  const all: Finding[] = []
  await desk.guard(all, async () => {
    const { settings, findings } = await resolveSettings(options)
    all.push(...findings)
    if (settings) all.push(...(await checkPublication(settings, desk.stages)).findings)
  })
  return desk.close(all)
}

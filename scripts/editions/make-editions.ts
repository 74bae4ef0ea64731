// What was printed → the files of each edition, every one of them read back before the next is made of it.

import { isStopped, type Made, type Making } from './edition.ts'
import { editionsToMake } from './editions.ts'

/** Undefined when one of them is not fit to be published: they are one paper. */
export async function makeEditions(making: Making): Promise<Made | undefined> {
  const { document, printed, settings, earlierScreen } = making
  let made: Made = { document, printed, ...(earlierScreen ? { earlierScreen } : {}) }
  for (const edition of editionsToMake(settings.editions)) {
    made = { ...made, ...(await edition.make?.(making, made)) }
    if (isStopped(making)) return undefined
  }
  return made
}

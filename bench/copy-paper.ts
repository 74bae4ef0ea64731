import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The publication of this repository in a folder where it can be edited; what stood there goes. */
export async function copyPaper(from: string, to: string): Promise<string> {
  await rm(to, { recursive: true, force: true })
  for (const name of ['publication.yaml', 'glossary.yaml', 'chapters', 'case-studies', 'data', 'launch'])
    await cp(join(from, name), join(to, name), { recursive: true })
  return to
}

// What `adopt` makes of files, as a publication on the disk.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { adoptTexts } from '../../scripts/adopt/adopt-texts.ts'
import { ADOPT_TOOLS } from '../../scripts/commands/adopt-tools.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { publicationFolder } from './publication-folder.ts'

export async function adoptedPublication(
  paths: readonly string[],
  name: string,
): Promise<{ readonly root: string; readonly findings: readonly Finding[] }> {
  const root = await publicationFolder({})
  const made = await adoptTexts({ paths, name, taken: [] }, ADOPT_TOOLS)
  for await (const { file, content } of made.files()) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), content)
  }
  made.close()
  return { root, findings: made.findings }
}

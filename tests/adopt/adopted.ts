import { join } from 'node:path'
import { type AdoptWishes, adoptTexts } from '../../scripts/adopt/adopt-texts.ts'
import type { AdoptTools } from '../../scripts/adopt/adopt-tools.ts'
import { ADOPT_TOOLS } from '../../scripts/commands/adopt-tools.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { publicationFolder } from '../support/publication-folder.ts'

export interface AdoptedFiles {
  /** By their names from the root, texts as text. */
  readonly files: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
  readonly report: string
  readonly readAs: readonly string[]
}

/** Adopts a folder with these files, or the ones of it that `only` names. */
export async function adopted(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    only = [''],
    name = 'our-plans',
    taken = [],
    ...more
  }: { only?: string[]; name?: string; taken?: string[]; language?: string } = {},
  tools?: Partial<AdoptTools>,
): Promise<AdoptedFiles> {
  const root = await publicationFolder(files)
  return adoptedFrom({ paths: only.map((one) => join(root, one)), name, taken, ...more }, tools)
}

export async function adoptedFrom(
  wishes: AdoptWishes,
  tools: Partial<AdoptTools> = {},
): Promise<AdoptedFiles> {
  const made = await adoptTexts(wishes, { ...ADOPT_TOOLS, ...tools })
  const written: Record<string, string> = {}
  for await (const { file, content } of made.files())
    written[file] = typeof content === 'string' ? content : Buffer.from(content).toString()
  made.close()
  return { files: written, findings: made.findings, report: made.report([]), readAs: made.readAs }
}

/** Rule, problem's words left out, and where. */
export const toldOf = ({ findings }: Pick<AdoptedFiles, 'findings'>): string[] =>
  findings.map(({ rule, place }) => [rule, place.file, place.line].filter(Boolean).join(' '))

// Files of works that texts cite from → beside publication.yaml, which names them.
import { posix } from 'node:path'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { Bringer } from './bring-files.ts'
import type { Matter, MatterValue } from './draft.ts'
import type { OpenDraft } from './place-texts.ts'
import { listIn } from './ways/settings-of.ts'

export interface PlacedWorks {
  /** From the root of the publication. */
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
}

/** `isTold`: the publication has a publication.yaml of its own, which is left as it is. */
export async function placeWorks(
  drafts: readonly OpenDraft[],
  bringer: Bringer,
  isTold: boolean,
): Promise<PlacedWorks> {
  const files: string[] = []
  const findings: Finding[] = []
  for (const { given, draft } of drafts)
    for (const name of draft.works ?? []) {
      const brought = isTold ? undefined : await bringer.bring(given, draft.made, name, '')
      if (brought && 'file' in brought) files.push(brought.file)
      else {
        const facts = { problem: 'other-kind', saveAs: 'works' } as const
        findings.push(finding('adopted-file-is-text', { file: name }, facts))
      }
    }
  return { files: [...new Set(files)], findings }
}

/** What front matter says of files of works that publication.yaml names is not left out. */
export function withoutWorks<Text extends { readonly file: string; readonly left: Matter }>(
  text: Text,
  drafts: readonly OpenDraft[],
): Text {
  const names = new Set(drafts.flatMap(({ draft }) => draft.works ?? []).map((name) => posix.basename(name)))
  const { bibliography, ...left } = text.left
  const isNamed = (one: MatterValue): boolean => typeof one === 'string' && names.has(posix.basename(one))
  return bibliography !== undefined && listIn(bibliography).every(isNamed) ? { ...text, left } : text
}

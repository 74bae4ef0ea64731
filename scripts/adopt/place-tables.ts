// Tables that were adopted → data/, under names that every system takes.
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { type Bringer, MOST_PICTURE_MB } from './bring-files.ts'
import type { DraftTable } from './draft.ts'
import type { OpenDraft } from './place-texts.ts'

export interface PlacedTable extends DraftTable {
  /** From the root of the publication. */
  readonly file: string
}

export async function placeTables(
  drafts: readonly OpenDraft[],
  bringer: Bringer,
): Promise<readonly (PlacedTable | { readonly fault: Finding })[]> {
  const placed: (PlacedTable | { readonly fault: Finding })[] = []
  for (const { given, draft } of drafts)
    for (const table of draft.tables ?? []) {
      const brought = await bringer.bring(given, draft.made, table.from, 'data')
      if ('isThere' in brought)
        placed.push({
          fault: finding(
            'adopted-file-is-text',
            { file: table.from },
            { problem: 'again', taken: brought.file },
          ),
        })
      else if ('file' in brought) placed.push({ ...table, file: brought.file })
      else placed.push({ fault: cannotBe(table.from) })
    }
  return placed
}

const cannotBe = (file: string): Finding =>
  finding('sheet-is-read', { file }, { problem: 'part-too-large', megabytes: MOST_PICTURE_MB })

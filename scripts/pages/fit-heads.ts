// Running heads that are longer than their line end in an ellipsis.

import { type FaceWidths, facesOf } from '../ground/drawing/face-widths.ts'
import { textWidth } from '../ground/drawing/text-width.ts'
import { MM_PER_PT } from '../ground/units.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import type { PlannedRun } from './runs.ts'

/** See head-type.liquid. */
const SIZE_MM = 10.5 * MM_PER_PT

/** The runs with heads that fit, and which of them lost their end. */
export function fitHeads(
  runs: readonly PlannedRun[],
  book: Book,
  { theme, publication }: Settings,
): { runs: readonly PlannedRun[]; findings: readonly Finding[] } {
  const { widthMm, marginMm } = theme.page
  const room = (widthMm - marginMm.inner - marginMm.outer) / SIZE_MM
  const { sans } = facesOf(theme)
  const findings = new Map<string, Finding>()
  const fitInto = (head: string, section: string): string => {
    const shown = shortened(head, room, sans)
    if (shown !== head && !findings.has(head)) {
      const place = head === publication.short ? { file: 'publication.yaml' } : placeOf(section, book)
      findings.set(head, finding('running-head-fits', place, { head, shown }))
    }
    return shown
  }
  const fitting = runs.map((run) => ({
    ...run,
    heads: { left: fitInto(run.heads.left, run.section), right: fitInto(run.heads.right, run.section) },
  }))
  return { runs: fitting, findings: [...findings.values()] }
}

function placeOf(id: string, { sections, chapters }: Book): Place {
  const number = sections.find((section) => section.id === id)?.chapter
  const chapter = number === undefined ? undefined : chapters[number]
  if (!chapter) return { file: 'publication.yaml' }
  const line = chapter.matter.lines.short ?? chapter.matter.lines.title
  return { file: chapter.file, ...(line ? { line } : {}) }
}

/** At the end of a word; in one that is longer than the line, where it must. */
function shortened(head: string, room: number, sans: FaceWidths): string {
  if (textWidth(head, sans) <= room) return head
  const words = head.split(' ')
  while (words.length > 1 && textWidth(`${words.join(' ')}…`, sans) > room) words.pop()
  const letters = Array.from(words.join(' '))
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, sans) > room) letters.pop()
  return `${letters.join('').replace(/(?<![\s,.;:–—-])[\s,.;:–—-]+$/u, '')}…`
}

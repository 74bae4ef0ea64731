import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { ReadPress } from '../read-press.ts'

/** Every font is in the file, as a font: drawings in place of one (Type 3) are refused by printers. */
export function pressFontsAreEmbedded({ fonts }: Pick<ReadPress, 'fonts'>): readonly Finding[] {
  const told = new Set<string>()
  return fonts.flatMap(({ name: font, type, embedded }) => {
    const problem = type === 'Type3' ? 'drawn-as-pictures' : !embedded && 'not-embedded'
    if (!problem || told.has(`${problem} ${font}`)) return []
    told.add(`${problem} ${font}`)
    return [finding('press-fonts-are-embedded', {}, { problem, font })]
  })
}

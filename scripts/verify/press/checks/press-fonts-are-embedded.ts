import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { ReadPress } from '../read-press.ts'

/** Every font is in the file, as a font: drawings in place of one (Type 3) are refused by printers. */
export function pressFontsAreEmbedded({ fonts }: Pick<ReadPress, 'fonts'>): readonly Finding[] {
  const faults = fonts.flatMap(({ name, type, embedded }) => {
    if (type === 'Type3') return [`the font ${name} is drawn as pictures (Type 3)`]
    return embedded ? [] : [`the font ${name} is not embedded`]
  })
  return [...new Set(faults)].map((fault) => finding('press-fonts-are-embedded', {}, { fault }))
}

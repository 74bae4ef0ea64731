import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** Values that a Unicode map must not have (PDF/UA-1, 7.21.7): nothing, the byte order mark, and its mirror image. */
const UNSPEAKABLE = /^(?:\0|\uFEFF|\uFFFE)?$/

/** Every glyph that is drawn has a character, every font is in the file, and no empty box is drawn. */
export function charactersCanBeReadOut({ pages, fonts }: ReadPdf): readonly Finding[] {
  const found = pages.flatMap(({ content }, index) => {
    const place = { page: index + 1 }
    const faults: Finding[] = []
    const [box] = content.missing
    if (box !== undefined) {
      const characters = box.trim() ? `an empty box for “${box}”` : 'an empty box'
      faults.push(finding('characters-can-be-read-out', place, { characters }))
    }
    const [code] = content.unmapped
    if (code !== undefined)
      faults.push(finding('characters-can-be-read-out', place, { characters: `a sign of ${code}` }))
    return faults
  })
  const wordless = fonts.flatMap(({ name, unicode, embedded, type }) => {
    const faults: string[] = []
    if (!embedded && type !== 'Type3') faults.push(`those of ${name}, which is not in the file`)
    for (const [code, text] of unicode)
      if (code !== 0 && UNSPEAKABLE.test(text)) faults.push(`sign ${code} of ${name}`)
    return faults.slice(0, 1).map((characters) => finding('characters-can-be-read-out', {}, { characters }))
  })
  return [...found, ...wordless]
}

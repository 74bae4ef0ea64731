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
    if (box !== undefined)
      faults.push(finding('characters-can-be-read-out', place, { problem: 'empty-box', for: box }))
    const [code] = content.unmapped
    if (code !== undefined)
      faults.push(finding('characters-can-be-read-out', place, { problem: 'mute-sign', code }))
    return faults
  })
  const wordless = fonts.flatMap(({ name, unicode, embedded, type }) => {
    if (!embedded && type !== 'Type3')
      return [finding('characters-can-be-read-out', {}, { problem: 'lost-font', font: name })]
    const mute = [...unicode].find(([code, text]) => code !== 0 && UNSPEAKABLE.test(text))
    if (!mute) return []
    const facts = { problem: 'mute-in-font', font: name, code: mute[0] } as const
    return [finding('characters-can-be-read-out', {}, facts)]
  })
  return [...found, ...wordless]
}

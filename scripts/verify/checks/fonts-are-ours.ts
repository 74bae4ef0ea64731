import type { Finding } from '../../model.ts'
import { finding } from '../../rules.ts'
import { fontName } from '../font-name.ts'
import type { Proof } from '../proof.ts'

/** Every font in the PDF is one that the publication ships, is embedded, and is no Type 3 (drawings in place of a font). */
export async function fontsAreOurs({ read, settings }: Proof): Promise<readonly Finding[]> {
  const files = new Set([...settings.theme.fonts, ...settings.publication.fonts].map((face) => face.file))
  const ours = new Set(await Promise.all([...files].map(fontName)))
  const strangers = read.fonts.flatMap(({ name, type, embedded }) => {
    if (type === 'Type3') return [`drawn as pictures (Type 3${name === type ? '' : `, ${name}`})`]
    if (!ours.has(name)) return [name]
    return embedded ? [] : [`${name}, which is not embedded,`]
  })
  return [...new Set(strangers)].map((actual) => finding('fonts-are-ours', {}, { actual }))
}

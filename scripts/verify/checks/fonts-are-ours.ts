import type { Finding, FontFace } from '../../model.ts'
import { finding } from '../../rules.ts'
import { fontName } from '../font-name.ts'
import type { Proof } from '../proof.ts'

/** Every font in the PDF is one that the publication ships, is embedded, and is no Type 3 (drawings in place of a font). */
export async function fontsAreOurs({ read, settings }: Proof): Promise<readonly Finding[]> {
  const { theme, publication } = settings
  const ours = await namesOf([...theme.fonts, ...publication.fonts])
  // The files of the fallbacks are large, and seldom needed.
  if (read.fonts.some(({ name }) => !ours.has(name)))
    for (const name of await namesOf(theme.fallbacks)) ours.add(name)
  const strangers = read.fonts.flatMap(({ name, type, embedded }) => {
    if (type === 'Type3') return [`drawn as pictures (Type 3${name === type ? '' : `, ${name}`})`]
    if (!ours.has(name)) return [name]
    return embedded ? [] : [`${name}, which is not embedded,`]
  })
  return [...new Set(strangers)].map((actual) => finding('fonts-are-ours', {}, { actual }))
}

const namesOf = async (faces: readonly FontFace[]): Promise<Set<string>> =>
  new Set(await Promise.all([...new Set(faces.map((face) => face.file))].map(fontName)))

// Where the font files are: in the publication, in its templates, or in a package that came with the pipeline.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { insidePath } from '../ground/files/paths.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { FontFace } from '../model/theme.ts'
import { finding } from '../rules/finding.ts'
import { FACE_TOKENS } from './face-stacks.ts'

export const fontSchema = z.strictObject({
  family: z.string().trim().min(1).describe('The name by which tokens and styles ask for it'),
  file: z.string().min(1).describe('The file of the font, such as fonts/ours.woff2'),
  weight: z.number().int().min(1).max(1000).default(400).describe('How heavy its strokes are'),
  style: z.enum(['normal', 'italic']).default('normal').describe('Upright or italic'),
  range: z
    .string()
    .default('')
    .describe('The characters that it is for: U+0000-00FF; all of its own without it'),
})

export const fallbackSchema = fontSchema.extend({
  first: z
    .enum(FACE_TOKENS)
    .optional()
    .describe('The token of faces behind which it stands before the others'),
})

/** The fonts with absolute paths. Files are named from `folder`, or by `package:`; nothing else is read. */
export async function resolveFonts<Face extends FontFace>(
  fonts: readonly Face[],
  folder: string,
  place: Place,
): Promise<{ value: Face[]; findings: readonly Finding[] }> {
  const findings: Finding[] = []
  const value: Face[] = []
  for (const font of fonts) {
    const found = font.file.startsWith('package:')
      ? packageFile(font.file)
      : await insidePath(folder, font.file)
    if ('path' in found) value.push({ ...font, file: found.path })
    else if (found.problem === 'outside')
      findings.push(finding('path-stays-inside', place, { path: font.file }))
    else findings.push(finding('publication-is-complete', place, lostFont(font)))
  }
  return { value, findings }
}

const lostFont = ({ family, file }: FontFace) => ({ problem: 'font-is-not-there', file, family }) as const

/** `package:@fontsource/noto-emoji/files/x.woff2` → its absolute path in node_modules. */
function packageFile(written: string): { path: string } | { problem: 'outside' | 'missing' } {
  const match = /^package:((?:@[\w.-]+\/)?[\w-][\w.-]*)\/(.+)$/.exec(written)
  const [name, rest] = [match?.[1], match?.[2]]
  if (!name || !rest) return { problem: 'missing' }
  if (rest.split(/[\\/]/).includes('..')) return { problem: 'outside' }
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), rest)
    return existsSync(path) ? { path } : { problem: 'missing' }
  } catch {
    return { problem: 'missing' }
  }
}

// theme.yaml in the template folders: the publication's own lines win over the built-in ones.
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { checkedYaml } from '../checked-yaml.ts'
import type { Finding, FontFace, Theme } from '../model.ts'
import { insidePath } from '../paths.ts'
import { finding } from '../rules.ts'
import { readText } from './read-text.ts'

const FILE = 'theme.yaml'
const millimetres = z.number().positive().max(2000)
const margin = z.number().min(0).max(500)

const themeSchema = z.strictObject({
  page: z
    .strictObject({
      widthMm: millimetres.optional(),
      heightMm: millimetres.optional(),
      marginMm: z.strictObject({ top: margin, bottom: margin, inner: margin, outer: margin }).optional(),
    })
    .optional(),
  tokens: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.union([z.string(), z.number()]).transform(String))
    .optional(),
  fonts: z
    .array(
      z.strictObject({
        family: z.string().min(1),
        file: z.string().min(1),
        weight: z.number().int().default(400),
        style: z.enum(['normal', 'italic']).default('normal'),
        range: z.string().default(''),
      }),
    )
    .optional(),
  words: z.record(z.string(), z.string()).optional(),
})

type Given = z.infer<typeof themeSchema>

/** Merges the themes of all template folders, first wins; the last folder, the built-in one, is complete. */
export async function readTheme(
  folders: readonly string[],
): Promise<{ value?: Theme; findings: readonly Finding[] }> {
  const findings: Finding[] = []
  let merged: Given = {}
  for (const folder of folders) {
    const read = await readText(folder, FILE)
    findings.push(...read.findings)
    if (read.text === undefined) continue
    const file = `templates/${FILE}`
    const checked = checkedYaml({
      text: read.text,
      file,
      firstLine: 1,
      schema: themeSchema,
      kind: 'publication',
    })
    findings.push(...checked.findings)
    if (!checked.value) continue
    const fonts = checked.value.fonts && (await resolveFonts(checked.value.fonts, folder, file))
    if (fonts) findings.push(...fonts.findings)
    merged = beneath(merged, { ...checked.value, ...(fonts ? { fonts: fonts.value } : {}) })
  }
  return findings.length > 0 ? { findings } : { value: complete(merged), findings }
}

const beneath = (top: Given, bottom: Given): Given => ({
  page: { ...bottom.page, ...top.page },
  tokens: { ...bottom.tokens, ...top.tokens },
  fonts: top.fonts ?? bottom.fonts,
  words: { ...bottom.words, ...top.words },
})

function complete({ page, tokens, fonts, words }: Given): Theme {
  const {
    widthMm = 210,
    heightMm = 297,
    marginMm = { top: 30, bottom: 27, inner: 22, outer: 18 },
  } = page ?? {}
  return {
    page: { widthMm, heightMm, marginMm },
    tokens: tokens ?? {},
    fonts: fonts ?? [],
    words: words ?? {},
  }
}

async function resolveFonts(fonts: readonly FontFace[], folder: string, file: string) {
  const findings: Finding[] = []
  const value: FontFace[] = []
  for (const font of fonts) {
    const path = font.file.startsWith('package:')
      ? packageFile(font.file)
      : await folderFile(folder, font.file)
    if (path) value.push({ ...font, file: path })
    else findings.push(finding('fonts-are-ours', { file }, { actual: font.file }))
  }
  return { value, findings }
}

async function folderFile(folder: string, file: string): Promise<string | undefined> {
  const found = await insidePath(folder, file)
  return 'path' in found ? found.path : undefined
}

/** `package:@fontsource/noto-emoji/files/x.woff2` → its absolute path in node_modules. */
function packageFile(written: string): string | undefined {
  const match = /^package:((?:@[\w.-]+\/)?[\w-][\w.-]*)\/(.+)$/.exec(written)
  const [name, rest] = [match?.[1], match?.[2]]
  if (!name || !rest || rest.split('/').includes('..')) return undefined
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)),
      resolve('/', rest).slice(1),
    )
  } catch {
    return undefined
  }
}

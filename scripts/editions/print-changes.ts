// The list of changes at the head of a marked copy.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveSettings } from '../build/resolve-settings.ts'
import type { Finding } from '../model/finding.ts'
import type { Redline } from '../model/redline.ts'
import type { Settings } from '../model/settings.ts'
import { listOfChanges } from '../paperwork/list-of-changes.ts'
import type { Renderers } from '../print/renderers.ts'
import { drawableCharacters } from './drawable-characters.ts'
import { printOwnText } from './print-own-text.ts'

export interface PrintedChanges {
  readonly bytes: Uint8Array
  readonly findings: readonly Finding[]
}

export async function printChanges(
  redline: Redline,
  settings: Settings,
  renderers: Renderers,
): Promise<PrintedChanges> {
  const { redlineOf } = settings.theme.words
  const drawable = await withDrawableCharacters(redline, settings)
  const text = listOfChanges(drawable, settings)
  const title = redlineOf.replace('{title}', () => drawable.title || drawable.new.file)
  const own = { text, name: 'changes', title, word: 'redline' } as const
  const { finished, findings } = await printOwnText(own, settings, renderers)
  return { bytes: finished.bytes, findings }
}

/** Characters that no face has are shown as ones that are missing: the paper may be anybody's. */
async function withDrawableCharacters(redline: Redline, { theme }: Settings): Promise<Redline> {
  const canDraw = await drawableCharacters(JSON.stringify(redline), theme)
  const drawn = (text: string): string =>
    Array.from(text, (one) => (/\s/.test(one) || canDraw(one) ? one : '\uFFFD')).join('')
  return JSON.parse(JSON.stringify(redline), (_, value: unknown) =>
    typeof value === 'string' ? drawn(value) : value,
  ) as Redline
}

/**
 * The publication whose look and words the list has: that in `root`, where there is a sound one, or a plain one in the
 * language of the paper.
 */
export async function settingsOfChanges(root: string | undefined, language: string): Promise<Settings> {
  const own = root === undefined ? undefined : (await resolveSettings({ root })).settings
  if (own) return own
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-changes-'))
  try {
    const publication = `title: Changes\nlanguage: ${JSON.stringify(language)}\n`
    await writeFile(join(folder, 'publication.yaml'), publication)
    const { settings } = await resolveSettings({ root: folder })
    if (!settings) throw new Error('the settings that the program made are not sound')
    return settings
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

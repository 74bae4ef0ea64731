// What a browser is, remembered: a build that finds all of its pieces starts none.
import { stat } from 'node:fs/promises'
import { type Cache, openCache } from '../ground/files/cache.ts'
import type { Settings } from '../model/settings.ts'
import { type FoundBrowser, findBrowser } from './find-browser.ts'
import type { PrintBrowser } from './launch-browser.ts'

export type WhatItIs = Pick<PrintBrowser, 'version' | 'isSandboxed'>

type KnownSettings = Pick<Settings, 'browser' | 'cache'> & Partial<Pick<Settings, 'remembers'>>

/** What it was when it was last started; undefined where that says nothing. Throws NoBrowserError. */
export async function knownBrowser(settings: KnownSettings): Promise<WhatItIs | undefined> {
  const place = await placeOf(settings, await findBrowser(settings))
  return place && (await place.memory.read<WhatItIs>(place.key))?.facts
}

export async function keepBrowser(
  settings: KnownSettings,
  found: FoundBrowser,
  { version, isSandboxed }: WhatItIs,
): Promise<void> {
  const place = await placeOf(settings, found)
  await place?.memory.keep(place.key, { version, isSandboxed })
}

/**
 * Only of a build that has a folder of its own: what is installed elsewhere may be a script that starts whatever there
 * is today.
 */
async function placeOf(
  { cache, remembers = false }: KnownSettings,
  found: FoundBrowser,
): Promise<{ readonly memory: Cache; readonly key: string } | undefined> {
  if (!remembers || found.kind !== 'program' || !found.isPinned) return undefined
  const file = await stat(found.path).catch(() => undefined)
  if (!file) return undefined
  const memory = openCache(cache, 'browsers')
  return { memory, key: await memory.keyOf(found.path, `${file.size} ${file.mtimeMs} ${file.ino}`) }
}

// Converted pictures, remembered between builds by everything that they were made from.
import { readFile } from 'node:fs/promises'
import { openCache } from '../../ground/files/cache.ts'
import type { Settings } from '../../model/settings.ts'
import type { PictureInks } from './convert-picture.ts'
import type { PictureTask } from './picture-task.ts'

export interface ConvertedCache {
  readonly keyOf: (task: PictureTask) => Promise<string>
  /** Undefined when it is not there or cannot be used. */
  readonly read: (key: string) => Promise<PictureInks | undefined>
  readonly keep: (key: string, picture: PictureInks) => Promise<void>
}

export type CacheSettings = Pick<Settings, 'cache' | 'remembers'>

const PICTURE = 'picture'

/** Of pictures in the inks of this profile. */
export function openConvertedCache(
  { cache: folder, remembers }: CacheSettings,
  pressProfile: Uint8Array,
): ConvertedCache {
  const cache = openCache(folder, 'press-pictures', remembers)
  return {
    keyOf: ({ bytes, sourceProfile, ...facts }) =>
      cache.keyOf(JSON.stringify(facts), pressProfile, sourceProfile ?? '', bytes),
    async read(key) {
      const entry = await cache.read<Omit<PictureInks, 'bytes'>>(key)
      const bytes = entry && (await readFile(entry.files[PICTURE]!).catch(() => undefined))
      return bytes ? { ...entry.facts, bytes } : undefined
    },
    keep: (key, { bytes, ...facts }) => cache.keep(key, facts, { [PICTURE]: bytes }),
  }
}

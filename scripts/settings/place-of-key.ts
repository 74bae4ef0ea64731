import type { Place } from '../model/place.ts'
import { lineOfKey } from './line-of-key.ts'
import { readSettingsFile } from './read-settings-file.ts'

/** Of the last of the keys that is there. The file is known to be sound. */
export async function placeOfKey(root: string, file: string, keys: readonly string[]): Promise<Place> {
  const line = lineOfKey((await readSettingsFile(root, file)).text ?? '', keys)
  return line === 0 ? { file } : { file, line }
}

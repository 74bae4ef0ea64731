import { readdirSync } from 'node:fs'
import type { Settings } from '../model/settings.ts'

/** Whether a publication prints by templates or styles of its own: only then can they be at fault. */
export function hasOwnTemplates({ templateFolders }: Pick<Settings, 'templateFolders'>): boolean {
  return templateFolders.slice(0, -1).some((folder) => {
    try {
      return readdirSync(folder, { recursive: true }).some((name) => /\.(?:liquid|css)$/.test(String(name)))
    } catch {
      return false
    }
  })
}

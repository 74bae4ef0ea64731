import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../model/settings.ts'

/** Whether a publication prints by templates or styles of its own: only then can they be at fault. */
export function hasOwnTemplates({
  root,
  templateFolders,
}: Pick<Settings, 'root' | 'templateFolders'>): boolean {
  const [own = ''] = templateFolders.slice(0, -1)
  if (own === '' || own !== join(root, 'templates')) return false
  try {
    return readdirSync(own, { recursive: true }).some((name) => /\.(?:liquid|css)$/.test(String(name)))
  } catch {
    return false
  }
}

import { join } from 'node:path'
import { holdsTemplates } from '../ground/templating/holds-templates.ts'
import type { Settings } from '../model/settings.ts'

/** Whether a publication prints by templates or styles of its own: only then can they be at fault. */
export function hasOwnTemplates({
  root,
  templateFolders,
}: Pick<Settings, 'root' | 'templateFolders'>): boolean {
  const [own = ''] = templateFolders.slice(0, -1)
  return own !== '' && own === join(root, 'templates') && holdsTemplates(own)
}

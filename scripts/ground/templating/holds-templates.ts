import { readdirSync } from 'node:fs'

/** Whether templates or style sheets lie in a folder, at any depth; not where there is none. */
export function holdsTemplates(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true }).some((name) => /\.(?:liquid|css)$/.test(String(name)))
  } catch {
    return false
  }
}

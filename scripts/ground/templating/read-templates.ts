// Templates and styles from the template folders: the publication's own first, then the built-in, file by file.
import { readdir } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import type { Settings } from '../../model/settings.ts'
import { finding } from '../../rules/finding.ts'
import { insidePath, readRegularFile } from '../files/paths.ts'

export interface TemplateFile {
  /** `case-study.liquid`, `styles/30-tables.css`. */
  readonly name: string
  readonly text: string
  /** As findings name it: relative to the publication where the file is its own. */
  readonly file: string
}

/** A template is written by hand; anything larger is not one. */
const LARGEST_BYTES = 1_000_000

/** By name, those of one folder in the template folders. An include can reach these and nothing else. */
export async function readTemplates(
  settings: Settings,
  below: '' | 'site/' = '',
): Promise<{ templates: ReadonlyMap<string, TemplateFile>; findings: readonly Finding[] }> {
  const templates = new Map<string, TemplateFile>()
  const findings: Finding[] = []
  for (const folder of settings.templateFolders) {
    for (const name of await templateNames(folder, below)) {
      if (templates.has(name)) continue
      const file = displayName(folder, name, settings.root)
      const text = await readTemplate(folder, name)
      if (typeof text === 'string') templates.set(name, { name, text, file })
      else findings.push(finding('template-renders', { file }, text))
    }
  }
  return { templates, findings }
}

/** Every `.liquid` file and every `styles/*.css`, sorted by name so that builds agree. */
async function templateNames(folder: string, below: string): Promise<string[]> {
  const [top, styles] = await Promise.all([
    namesIn(`${folder}/${below}`),
    namesIn(`${folder}/${below}styles`),
  ])
  const liquid = top.filter((name) => name.endsWith('.liquid')).map((name) => `${below}${name}`)
  const css = styles.filter((name) => name.endsWith('.css')).map((name) => `${below}styles/${name}`)
  return [...liquid, ...css].sort()
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    return [] // A publication without templates of its own.
  }
}

interface Unreadable {
  readonly problem: 'outside' | 'too-large' | 'not-a-file'
}

async function readTemplate(folder: string, name: string): Promise<string | Unreadable> {
  const inside = await insidePath(folder, name)
  if ('problem' in inside) return { problem: 'outside' }
  const bytes = await readRegularFile(inside.path, LARGEST_BYTES)
  if (typeof bytes === 'string') return { problem: bytes }
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

function displayName(folder: string, name: string, root: string): string {
  const way = relative(root, folder)
  return way.startsWith('..') || way === '' ? `templates/${name}` : `${way.replaceAll('\\', '/')}/${name}`
}

import { join, resolve } from 'node:path'
import { publish } from '../build/publish.ts'
import type { Options } from '../build/resolve-settings.ts'
import { CASE_STUDY, CHAPTER } from '../content/front-matter/read-front-matter.ts'
import { EVENT } from '../content/launch/event-file.ts'
import { MOMENT } from '../content/launch/moment-matter.ts'
import { PEOPLE } from '../content/launch/people-file.ts'
import { STORY } from '../content/launch/story-file.ts'
import { insidePath } from '../ground/files/paths.ts'
import type { Finding } from '../model/finding.ts'
import { finding, hasErrors } from '../rules/finding.ts'
import { dataSchema } from '../settings/data.ts'
import { glossarySchema } from '../settings/glossary.ts'
import { publicationSchema } from '../settings/publication-schema.ts'
import { themeSchema } from '../settings/theme.ts'
import { jsonSchema } from '../start/json-schema.ts'
import { openOutput } from './command-output.ts'
import { rootOf } from './root-of.ts'

export type SchemaOptions = Pick<Options, 'root' | 'report' | 'quiet'>

const FOLDER = 'templates/schema'

/** `whitepaper schema`: exit status 0, or 1 when they could not be written. */
export async function schemaCommand(options: SchemaOptions): Promise<number> {
  const output = openOutput(options)
  const files = schemaFiles()
  const { findings } = await output.guard(async () => {
    const root = await rootOf(options)
    const outside = await foldersOutside(root)
    if (outside.length > 0) return { findings: outside }
    const wanted = files.map(({ file, content }) => ({ path: resolve(join(root, file)), content }))
    return { findings: await publish(wanted) }
  })
  return output.close(
    findings,
    undefined,
    hasErrors(findings) ? 'Nothing was written' : `${files.length} schemas written to ${FOLDER}`,
  )
}

async function foldersOutside(root: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const folder of ['templates', FOLDER]) {
    const found = await insidePath(root, folder)
    if ('problem' in found && found.problem === 'outside')
      findings.push(finding('path-stays-inside', { file: folder }, { path: folder }))
  }
  return findings
}

/** Of every kind of file that authors write. `file` is relative to a publication. */
export const schemaFiles = (): { readonly file: string; readonly content: string }[] =>
  Object.entries({
    publication: jsonSchema('publication.yaml', publicationSchema),
    chapter: jsonSchema('Front matter of a chapter', CHAPTER),
    'case-study': jsonSchema('Front matter of a case study', CASE_STUDY),
    moment: jsonSchema('Front matter of a moment of launch day', MOMENT),
    event: jsonSchema('launch/event.yaml', EVENT),
    people: jsonSchema('launch/people.yaml', PEOPLE),
    story: jsonSchema('launch/story.yaml', STORY),
    data: jsonSchema('A file of data/', dataSchema),
    glossary: jsonSchema('glossary.yaml', glossarySchema),
    theme: jsonSchema('templates/theme.yaml', themeSchema),
  }).map(([name, content]) => ({ file: `${FOLDER}/${name}.json`, content }))

import { join, resolve } from 'node:path'
import { CASE_STUDY, CHAPTER } from '../content/front-matter/read-front-matter.ts'
import { EVENT } from '../content/launch/event-file.ts'
import { MOMENT } from '../content/launch/moment-matter.ts'
import type { Finding } from '../model.ts'
import { insidePath } from '../paths.ts'
import { publish } from '../publish.ts'
import { finding, hasErrors } from '../rules.ts'
import { dataSchema } from '../settings/data.ts'
import { glossarySchema } from '../settings/glossary.ts'
import { publicationSchema } from '../settings/publication.ts'
import { themeSchema } from '../settings/theme.ts'
import type { Options } from '../settings.ts'
import { jsonSchema } from '../start/json-schema.ts'
import { openDesk } from './desk.ts'
import { rootOf } from './root-of.ts'

export type SchemaOptions = Pick<Options, 'root' | 'report' | 'quiet'>

const FOLDER = 'templates/schema'

/** `whitepaper schema`: exit status 0, or 1 when they could not be written. */
export async function schemaCommand(options: SchemaOptions): Promise<number> {
  const desk = openDesk(options)
  const all: Finding[] = []
  const files = schemaFiles()
  await desk.guard(all, async () => {
    const root = await rootOf(options)
    for (const folder of ['templates', FOLDER]) {
      const found = await insidePath(root, folder)
      if ('problem' in found && found.problem === 'outside')
        all.push(finding('path-stays-inside', { file: folder }, { actual: folder }))
    }
    if (hasErrors(all)) return
    all.push(
      ...(await publish(files.map(({ file, content }) => ({ path: resolve(join(root, file)), content })))),
    )
  })
  return desk.close(
    all,
    undefined,
    hasErrors(all) ? 'Nothing was written' : `${files.length} schemas written to ${FOLDER}`,
  )
}

/** Of every kind of file that authors write. `file` is relative to a publication. */
export const schemaFiles = (): { readonly file: string; readonly content: string }[] =>
  Object.entries({
    publication: jsonSchema('publication.yaml', publicationSchema),
    chapter: jsonSchema('Front matter of a chapter', CHAPTER),
    'case-study': jsonSchema('Front matter of a case study', CASE_STUDY),
    moment: jsonSchema('Front matter of a moment of launch day', MOMENT),
    event: jsonSchema('launch/event.yaml', EVENT),
    data: jsonSchema('A file of data/', dataSchema),
    glossary: jsonSchema('glossary.yaml', glossarySchema),
    theme: jsonSchema('templates/theme.yaml', themeSchema),
  }).map(([name, content]) => ({ file: `${FOLDER}/${name}.json`, content }))

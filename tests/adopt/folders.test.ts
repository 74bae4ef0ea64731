import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import type { Stages } from '../../scripts/build/stages.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { adopted } from './adopted.ts'
import { FOLDERS } from './folders.ts'

const STAGES = { run: (_: string, work: () => unknown) => work() } as unknown as Stages

describe('folders of other tools', () => {
  it.each(Object.entries(FOLDERS))('%s is adopted whole, and is fit to be printed', async (_, folder) => {
    const made = await adopted(folder.files)
    const texts = Object.keys(made.files).filter((file) => file.endsWith('.md'))
    const names = texts.map((file) => file.replace(/^chapters\/|\.md$/g, ''))
    expect(names).toEqual(folder.order)
    expect(made.readAs[0]?.replace(/^.*?: /, '')).toBe(folder.is)
    for (const [file, words] of Object.entries(folder.holds ?? {})) expect(made.files[file]).toContain(words)
    const rules = made.findings.map(({ rule }) => rule).filter((rule) => rule !== 'adopted-title-is-known')
    expect([...new Set(rules)].sort()).toEqual(folder.told ?? [])
    const root = await publicationFolder(made.files)
    const { settings, findings } = await resolveSettings({ root, out: join(root, 'dist') })
    const checked = settings ? (await checkPublication(settings, STAGES)).findings : []
    const errors = [...findings, ...checked].filter(({ severity }) => severity === 'error')
    expect(errors.map(({ message, place }) => `${place.file}:${place.line} ${message}`)).toEqual([])
  })
})

it.each([
  ['most of it are chapters', 'Many more words than there are beside them. '.repeat(9), undefined],
  ['less of it stand in front', 'Few words.', 'front: [chapters/01-a-rules.md, chapters/02-b-terms.md]'],
])('texts beside folders that are %s', async (_, words, front) => {
  const made = await adopted({
    'a-rules.md': `# Rules\n\n${words}\n`,
    'b-terms.md': `# Terms\n\n${words}\n`,
    'forms/claim.md': `# A claim\n\n${'Write your name here. '.repeat(9)}\n`,
    'forms/leave.md': `# Leave\n\n${'Write your days here. '.repeat(9)}\n`,
  })
  const publication = made.files['publication.yaml'] ?? ''
  if (front) expect(publication).toContain(front)
  else expect(publication).not.toMatch(/front:|parts:/)
})

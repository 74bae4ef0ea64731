import { describe, expect, it } from 'vitest'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { type Broken, FIRES } from './fires.ts'

const QUIET = timeStages({ begin: () => {}, end: () => {}, done: () => {} }, () => false)

async function told({ files, edition = undefined }: Broken): Promise<string[]> {
  const root = await publicationFolder(files)
  const options = { root, quiet: true, ...(edition ? { edition } : {}) }
  const { settings, findings } = await resolveSettings(options, { WHITEPAPER_CACHE: `${root}/.cache` })
  const found = settings ? (await checkPublication(settings, QUIET)).findings : []
  return [...findings, ...found].map(({ rule, place }) =>
    `${rule} ${[place.file, place.line].filter((part) => part !== undefined).join(':')}`.trim(),
  )
}

describe('a rule fires where it is broken', () => {
  it.each(Object.keys(FIRES))('%s', async (id) => {
    const broken = await FIRES[id]!
    expect(await told(broken)).toContain(`${id} ${broken.at}`)
  })
})

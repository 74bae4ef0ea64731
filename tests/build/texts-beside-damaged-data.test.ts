import { describe, expect, it } from 'vitest'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const FILES = {
  'publication.yaml': 'title: A paper\nlanguage: en\ncover: { rings: all }\n',
  'data/survey.yaml': 'source: s\nfigures:\n  growth: {\n',
  'chapters/01-a.md': '---\nfigures: [growth]\n---\n\n# A\n\n:value[growth] of 45% [b](c.md)\n',
}

describe('texts beside a file of data/ that cannot be read', () => {
  it('are looked at, and what may stand in it is not missed', async () => {
    const root = await publicationFolder(FILES)
    const { settings, forReading, findings } = await resolveSettings({ root }, {})
    expect(settings).toBeUndefined()
    expect(findings.map(({ place }) => place.file)).toEqual(['data/survey.yaml'])
    const told = await checkPublication(forReading!, { seconds: {}, run: async (_, work) => work() })
    expect(told.findings.map(({ rule, place }) => `${rule}@${place.line}`)).toEqual(['link-resolves@7'])
  })
})

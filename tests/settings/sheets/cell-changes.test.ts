// What an earlier build remembers of a text counts no more when a cell of a table that it asks for is another one.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkPublication } from '../../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../../scripts/build/stages.ts'
import { showProgress } from '../../../scripts/report/progress.ts'
import { publicationFolder, removeFolders } from '../../support/publication-folder.ts'

let root: string
beforeAll(async () => {
  root = await publicationFolder({
    'publication.yaml': 'title: Homes\nlanguage: en-GB\n',
    'chapters/01-a.md':
      '# A\n\nIn Aston stand :value[homes.Aston] homes.\n\n:::chart{kind=bars data=homes title="Homes"}\n:::\n',
    'data/homes.csv': table('1,200'),
  })
})
afterAll(removeFolders)

const table = (aston: string): string => `Town,Homes\nAston,"${aston}"\nBelton,7\n`

/** What the text says, and what the chart is to draw, in a build that remembers the ones before. */
async function built(): Promise<{ readonly text: string; readonly drawn: readonly number[] }> {
  const { settings } = await resolveSettings(
    { root, quiet: true },
    { WHITEPAPER_CACHE: join(root, '.cache') },
  )
  const stages = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const { book, findings } = await checkPublication(settings!, stages)
  expect(findings.map(({ message }) => message)).toEqual([])
  const [chapter] = book.chapters
  return {
    text: chapter?.text.map(({ text }) => text).find((text) => text.startsWith('In Aston')) ?? '',
    drawn: chapter?.exhibits[0]?.chart?.rows.map(({ count }) => count) ?? [],
  }
}

it('takes a number that has changed, into sentences and charts, and back again', async () => {
  const before = await built()
  expect(before).toEqual({ text: 'In Aston stand 1,200 homes.', drawn: [1200, 7] })
  await writeFile(join(root, 'data/homes.csv'), table('1,300'))
  expect(await built()).toEqual({ text: 'In Aston stand 1,300 homes.', drawn: [1300, 7] })
  await writeFile(join(root, 'data/homes.csv'), table('1,200'))
  expect(await built()).toEqual(before)
})

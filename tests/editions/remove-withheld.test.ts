import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { readPublication } from '../../scripts/build/pipeline.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import { holdingWithheld, removeWithheld } from '../../scripts/editions/remove-withheld.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const MOMENT = 'launch/moments/a.md'

it('removes what an earlier build made under another title', async () => {
  const root = await publicationFolder({
    'publication.yaml': 'title: A day\n',
    'launch/event.yaml': 'name: Opening\ndate: 2031-05-04\ntimeZone: Europe/London\n',
    [MOMENT]:
      '---\nkind: post\ntime: 2031-05-04 10:32\nauthor: Ann Example\nconsent: withdrawn\n---\n\nBy Ann.\n',
  })
  const out = join(root, 'dist')
  const settings = settingsOf({ title: 'A day' }, { root, out, fileName: 'a-day.pdf' })
  await mkdir(out)
  const report = {
    inputs: { [MOMENT]: 'then' },
    output: { file: 'an-evening.pdf', bytes: 1, sha256: 'a'.repeat(64) },
  }
  await writeFile(join(out, 'report.json'), JSON.stringify(report))
  for (const name of [
    'an-evening.pdf',
    'an-evening-press.pdf',
    'an-evening-review.docx',
    'somebody-else.pdf',
  ])
    await writeFile(join(out, name), '')
  const silent = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const { book } = await readPublication(settings, silent)
  await removeWithheld(await holdingWithheld(book, settings), settings)
  expect(await readdir(out)).toEqual(['somebody-else.pdf'])
})

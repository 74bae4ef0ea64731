// A verdict of an earlier build counts only for what that build compared.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chapter } from '../../scripts/model/chapter.ts'
import { account, type Checked, checkedFiles, lostIn, removed } from './publication.ts'

let checked: Checked
beforeAll(async () => {
  checked = await checkedFiles({
    'publication.yaml': 'title: Book\nlanguage: en-GB\n',
    'chapters/01-a.md': '# A\n\nOne two three.\n',
    'chapters/02-b.md': '# B\n\nFour five six.\n',
  })
})
afterAll(() => removed(checked))

const accounted = async (change: (chapter: Chapter) => Chapter): Promise<string[]> => {
  const { book, settings, findings } = checked
  const remembering = { ...settings, cache: `${settings.root}/.cache` }
  return lostIn(await account({ ...book, chapters: book.chapters.map(change) }, remembering, findings))
}

describe('what was accounted for in an earlier build', () => {
  it('is not, once the same file is understood otherwise', async () => {
    expect(await accounted((chapter) => chapter)).toEqual([])
    expect(
      await accounted((chapter) =>
        chapter.file.includes('02')
          ? { ...chapter, body: JSON.parse(JSON.stringify(chapter.body).replace('five', '')) }
          : chapter,
      ),
    ).toEqual(['chapters/02-b.md:3 five'])
    expect(await accounted((chapter) => chapter)).toEqual([])
  })

  it('is found missing again as often as it is missing', async () => {
    const without = (chapter: Chapter): Chapter => ({ ...chapter, body: { type: 'root', children: [] } })
    const lost = await accounted(without)
    expect(lost).toHaveLength(2)
    expect(await accounted(without)).toEqual(lost)
  })
})

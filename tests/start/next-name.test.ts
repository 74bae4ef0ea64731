import { describe, expect, it } from 'vitest'
import { nextName } from '../../scripts/start/next-name.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const nameIn = async (names: readonly string[], title = 'A') =>
  nextName(
    await publicationFolder(Object.fromEntries(names.map((name) => [`case-studies/${name}`, '']))),
    'case-study',
    title,
  )

describe('nextName', () => {
  it.each([
    ['begins with 01', [], '01-a'],
    ['takes the next number', ['01-x.md', '20-y.md'], '21-a'],
    ['does not fill gaps, for a number may have been printed', ['07-x.md'], '08-a'],
    ['passes over drafts that are hidden', ['_30-x.md', 'readme.md'], '31-a'],
    ['goes past 99', ['099-x.md'], '100-a'],
    ['goes back to what is free after the last number of six digits', ['000001-x.md', '999999-y.md'], '02-a'],
    ['gives two files of one title two names', ['01-a.md', '02-a-2.md'], '03-a-3'],
  ])('%s', async (_, names, name) => expect(await nameIn(names)).toBe(`case-studies/${name}.md`))

  it.each([
    ['Say "hello": 100% of it', 'say-hello-100-of-it'],
    ['Café Zürich', 'cafe-zurich'],
    ['日本語', 'case-study-1'],
    ['😀', 'case-study-1'],
    ['../../etc/passwd', 'etcpasswd'],
    [
      'A very long title that goes on and on until nobody would read the address',
      'a-very-long-title-that-goes-on-and-on-until-nobody-would',
    ],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('makes an address of %j', async (title, slug) =>
    expect(await nameIn([], title)).toBe(`case-studies/01-${slug}.md`),
  )
})

import { rm } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { writeHtml } from '../../scripts/ground/html/html-text.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'
import { checkedPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { normalForm } from './normal-form.ts'

const WORKS = [
  '@book{wall2011, author = {{Board of Walls}}, title = {Walls}, publisher = {Shingle Press}, year = {2011}}',
  '@article{tide2014, author = {{Tidal Office}}, title = {Tides}, journal = {Annals}, volume = {2}, pages = {1--9}, year = {2014}}',
].join('\n')
const LIST = '---\ntitle: Works\nlayout: bibliography\n---\n'

let root = ''
afterEach(() => rm(root, { recursive: true, force: true }))

/** `text` stands in the first of two chapters, the second lists the works. */
async function cited(text: string, settings = '', more: Readonly<Record<string, string>> = {}) {
  root = await publicationFolder({
    'publication.yaml': `title: A paper\nlanguage: en-GB\n${settings || 'bibliography: works.bib\n'}`,
    'works.bib': WORKS,
    'chapters/01-a.md': `# A\n\n${text}\n`,
    'chapters/90-works.md': LIST,
    ...more,
  })
  const checked = await checkedPublication(root)
  const chapters: readonly Chapter[] = 'book' in checked ? checked.book.chapters : []
  return {
    html: chapters.map(({ body }) => writeHtml(body)),
    words: chapters.map(({ body }) => normalForm(writeHtml(body))),
    told: checked.findings
      .filter(({ severity }) => severity !== 'info')
      .map(
        ({ place: { file, line, column }, message }) => `${file}:${line ?? ''}:${column ?? ''} ${message}`,
      ),
  }
}

describe('citations of a publication', () => {
  it('are printed in the style, and every word is accounted for', async () => {
    const { words, told } = await cited(
      'Walls hold [see @wall2011, p. 4; @tide2014]. @tide2014 [p. 3] doubts it, [-@wall2011] not.',
    )
    expect(told).toEqual([])
    expect(words[0]).toBe(
      'Walls hold (see Board of Walls, 2011, p. 4; Tidal Office, 2014). Tidal Office (2014, p. 3) doubts it, (2011) not.',
    )
  })

  it('lead to their works, and the works back to them', async () => {
    const { html } = await cited('Walls hold [@wall2011]. They do [@wall2011].')
    expect(html[0]).toContain('<a href="#works--work.wall2011">Board of Walls, 2011</a>')
    expect(html[1]).toContain('<li id="works--work.wall2011" data-made="">')
    expect(html[1]).toContain('data-pages-of="a--cite-1 a--cite-2"')
  })

  it('are text in code, behind a backslash, and without a work of that key', async () => {
    const { words, told } = await cited(
      'Not `[@wall2011]`, \\[@wall2011], \\@wall2011, @BhamHousing, me@example.org. But [@tide2014].',
    )
    expect(told).toEqual([])
    expect(words[0]).toBe(
      'Not [@wall2011], [@wall2011], @wall2011, @BhamHousing, me@example.org. But (Tidal Office, 2014).',
    )
  })

  it('are notes where the style has notes, behind the stop', async () => {
    const { words, told } = await cited(
      'Walls hold [see @wall2011, p. 4]. They do [@wall2011].',
      'bibliography: works.bib\ncitationStyle: chicago-notes\n',
    )
    expect(told).toEqual([])
    expect(words[0]).toContain('Walls hold.^1^ They do.^2^')
    expect(words[0]).toContain('See Board of Walls, *Walls* (Shingle Press, 2011), 4.')
    expect(words[0]).toContain('Board of Walls, *Walls*.')
  })

  it('of numbers are counted by where they stand, notes where they are called', async () => {
    const { words } = await cited(
      'First.[^n] Then [@wall2011].\n\n[^n]: See [@tide2014].',
      'bibliography: works.bib\ncitationStyle: ieee\n',
    )
    expect(words[0]).toMatch(/Then \[2\]\..*See \[1\]\./)
  })
})

describe('what is told of citations', () => {
  it('names an unknown key at its sign, with the nearest', async () => {
    const { told } = await cited('Walls hold\nor not [see @wall2012].')
    expect(told[0]).toMatch(
      /^chapters\/01-a\.md:4:13 No work of the bibliography has the key `wall2012`; it is printed as it stands\./,
    )
  })

  it('says in plain words that there is no bibliography', async () => {
    const { told, words } = await cited('Walls hold [@wall2011].', 'short: A\n', {
      'chapters/90-works.md': '# W\n\nText.\n',
    })
    expect(told).toEqual([expect.stringContaining('is a citation, and is printed as it stands')])
    expect(words[0]).toContain('[@wall2011]')
  })

  it('lists the works at the end where no text does', async () => {
    const { told, words } = await cited('Walls hold [@wall2011].', '', {
      'chapters/90-works.md': '# W\n\nText.\n',
    })
    expect(told).toEqual([expect.stringContaining('the works are listed at the end of chapters/90-works.md')])
    expect(words[1]).toMatch(/Works cited.*Board of Walls \(2011\) \*Walls\*/)
  })

  it.each([
    ['havard', 'There is no style of citations `havard`'],
    ['own.csl', 'has a document type or entities of its own'],
    ['like.csl', 'only says that it is like another style, `annals`'],
    ['broken.csl', 'is no file of the Citation Style Language'],
  ])('refuses the style %s', async (style, message) => {
    const { told } = await cited('Walls [@wall2011].', `bibliography: works.bib\ncitationStyle: ${style}\n`, {
      'own.csl': '<!DOCTYPE style [<!ENTITY a "b">]><style class="note"><citation/></style>',
      'like.csl':
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><link href="http://www.zotero.org/styles/annals" rel="independent-parent"/></info></style>',
      'broken.csl': '<style><citation>',
    })
    expect(told).toEqual([expect.stringContaining(message)])
  })
})

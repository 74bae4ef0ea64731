import { describe, expect, it } from 'vitest'
import { adopted, toldOf } from './adopted.ts'

const NAMED = '---\ntitle: Plans\n---\n\n'
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'

describe('adoptTexts', () => {
  it('numbers the texts of a folder in the order of their names, a README first', async () => {
    const { files } = await adopted({
      'b.md': '# B',
      'README.md': '# Home',
      'a/c.md': '# C',
      'ch10.md': '# T',
      'ch9.md': '# N',
    })
    expect(Object.keys(files)).toEqual([
      'publication.yaml',
      'chapters/01-home.md',
      'chapters/02-c.md',
      'chapters/03-b.md',
      'chapters/04-ch9.md',
      'chapters/05-ch10.md',
    ])
  })

  it('goes on with the numbers of a publication that is there, and leaves its settings alone', async () => {
    const taken = ['publication.yaml', 'chapters/07-a.md']
    const { files } = await adopted({ 'a.md': '# A' }, { taken })
    expect(Object.keys(files)).toEqual(['chapters/08-a-2.md'])
  })

  it('names files and headings where they are now', async () => {
    const { files } = await adopted({
      'index.md': `${NAMED}[a](sub/deep.md#part "T"), [b](/sub/deep/), [c][r], <a href="sub/deep.html">d</a>\n\n[r]: ./sub/deep.md\n`,
      'sub/deep.md': '# Deep\n\n## Part\n\n[up](../index.md) [self](#part)\n',
    })
    expect(files['chapters/01-plans.md']).toContain(
      '[a](02-deep.md#part "T"), [b](02-deep.md), [c][r], <a href="02-deep.md">d</a>\n\n[r]: 02-deep.md',
    )
    expect(files['chapters/02-deep.md']).toContain('[up](01-plans.md) [self](#part)')
  })

  it('names pictures of Markdown within HTML where they are now, and texts of a wiki by their last name', async () => {
    const made = await adopted({
      'a.md':
        '# A\n\n<figure markdown="span">\n  ![Quay](img/q.svg){ width="300" }\n  <figcaption>The quay</figcaption>\n</figure>\n\nSee [[Folder/Deep note]].\n',
      'img/q.svg': DOT,
      'Folder/Deep note.md': '# Deep note\n\nText.\n',
    })
    expect(made.files['chapters/01-a.md'] ?? made.files['chapters/02-a.md']).toContain(
      '  ![Quay](images/q.svg){',
    )
    expect(toldOf(made).filter((one) => !one.startsWith('adopted-title'))).toEqual([])
  })

  it('takes the name of an author that is a link, and tells its address', async () => {
    const { files, findings } = await adopted({
      'a.md': "---\ntitle: A\nauthor: '[Dee Ford](https://example.org/dee)'\n---\n\nText.\n",
    })
    expect(files['publication.yaml']).toContain('makers: [Dee Ford]\n')
    expect(findings.map(({ message }) => message).join()).toContain('https://example.org/dee')
    expect(toldOf({ findings }).join()).not.toContain('adopted-words-are-carried')
  })

  it('brings pictures and papers along, each once, under plain names', async () => {
    const { files, report } = await adopted({
      'a.md': '# A\n\n![x](<img/Ein Bild.svg>) ![y](/copy.svg) [p](con.pdf)\n',
      'b/b.md': '# B\n\n![z](../img/Ein%20Bild.svg)\n',
      'img/Ein Bild.svg': DOT,
      'static/copy.svg': DOT,
      'con.pdf': '%PDF-',
    })
    expect(files['chapters/01-b.md'] ?? files['chapters/02-b.md']).toContain('![z](images/ein-bild.svg)')
    expect(Object.values(files).join()).toContain(
      '![x](images/ein-bild.svg) ![y](images/ein-bild.svg) [p](../attachments/file-con.pdf)',
    )
    expect(Object.keys(files).filter((file) => file.endsWith('.svg'))).toEqual([
      'chapters/images/ein-bild.svg',
    ])
    expect(report).toContain('- `chapters/images/ein-bild.svg`')
  })

  it('puts words where a link or a picture leads nowhere, and says so at the new line', async () => {
    const made = await adopted({ 'a.md': `${NAMED}[gone](x.md)\n\n![Alt](no.png) ![Up](../../up.png)\n` })
    expect(made.files['chapters/01-a.md']).toBe(
      `${NAMED}gone\n\nAlt <!-- ![Alt](no.png) --> Up <!-- ![Up](../../up.png) -->\n`,
    )
    expect(toldOf(made)).toEqual([
      'adopted-link-leads-somewhere chapters/01-a.md 5',
      'adopted-picture-is-there chapters/01-a.md 7',
      'adopted-picture-is-there chapters/01-a.md 7',
      'adopted-title-is-known publication.yaml 1',
      'adopted-title-is-known publication.yaml 2',
    ])
  })

  it.each([
    ['![Alt](no.png){width=120px} on', 'Alt <!-- ![Alt](no.png){width=120px} --> on'],
    ['![Alt](no.png){:width="240px"}\\\nOn', 'Alt <!-- ![Alt](no.png){:width="240px"} -->\\\nOn'],
    ['![Alt](no.png) {not} this', 'Alt <!-- ![Alt](no.png) --> {not} this'],
  ])('takes with a picture that is not there how it was to look: %j', async (was, is) => {
    const made = await adopted({ 'a.md': `${NAMED}${was}\n` })
    expect(made.files['chapters/01-a.md']).toBe(`${NAMED}${is}\n`)
  })

  it.each([
    ['| | |\n|-|-|\n| Date | May |', true],
    ['<table><tr><td>Date</td><td>May</td></tr></table>', true],
    ['| Date | May |\n|-|-|\n| | |', false],
    ['<table><tr><th>Date</th><td>May</td></tr></table>', false],
  ])('lets a paper be built whose table has no header: %j', async (table, isReported) => {
    const made = await adopted({ 'a.md': `${NAMED}${table}\n` })
    expect(String(made.files['publication.yaml']).includes('accessibility: reported')).toBe(isReported)
  })

  it('reads off the words which language they are in, where nothing says so', async () => {
    const text =
      'Der Antrag ist bei der Behörde zu stellen und wird von ihr mit den Unterlagen auf die Frist geprüft.'
    const made = await adopted({ 'a.md': `${NAMED}${text}\n` })
    expect(made.files['publication.yaml']).toContain('language: de')
    expect(made.findings.map(({ message }) => message)).toContain(
      'The original does not say in which language it is: its words are German.',
    )
  })

  it('cuts one long text at the highest headings of which there are several', async () => {
    const text =
      '# The paper\n\nLead.\n\n## One\n\nSee [^1] and [two](#two).\n\n### Deep\n\n## Two\n\n[deep](#deep)\n\n[^1]: A note.\n'
    const { files } = await adopted({ 'a.md': text }, { only: ['a.md'] })
    expect(files).toEqual({
      'publication.yaml': 'title: The paper\nsubtitle: Lead.\nlanguage: en\n',
      'chapters/01-one.md': '# One\n\nSee [^1] and [two](02-two.md).\n\n## Deep\n\n[^1]: A note.\n',
      'chapters/02-two.md': '# Two\n\n[deep](01-one.md#deep)\n',
    })
  })

  it('puts what stands before the first heading in front, and says so', async () => {
    const text =
      '---\nlang: de\ndate: 2012-05-01\n---\n\n# The paper\n\nLong *before*.\n\n## One\n\nA.\n\n## Two\n\nB.\n'
    const made = await adopted({ 'a.md': text }, { only: ['a.md'] })
    expect(made.files).toEqual({
      'publication.yaml':
        'title: The paper\nlanguage: de\ndate: 2012-05-01\nfront: [chapters/01-introduction.md]\n',
      'chapters/01-introduction.md': '---\ntitle: Introduction\n---\n\nLong *before*.\n',
      'chapters/02-one.md': '# One\n\nA.\n',
      'chapters/03-two.md': '# Two\n\nB.\n',
    })
    expect(toldOf(made)).toEqual(['adopted-title-is-known chapters/01-introduction.md 2'])
  })

  it('keeps every value of front matter as it was typed', async () => {
    const matter = 'title: "A: b"\nnumber-of-steps: 4.50\ncode: 007\nflag: no\nlist: [a, "b, c"]\n'
    const { files } = await adopted({ 'a.md': `---\n${matter}---\n\nText.\n` })
    expect(files['chapters/01-a.md']).toBe(
      "---\ntitle: 'A: b'\nnumber-of-steps: 4.50\ncode: 007\nflag: no\nlist: [a, 'b, c']\n---\n\nText.\n",
    )
  })

  it('says at which line of the original a word stands that was not written', async () => {
    const made = await adopted(
      { 'a.md': `${NAMED}One two.\n\nThree four.\n` },
      {},
      { respell: (text) => text.replace('four', '') },
    )
    expect(made.findings[2]?.message).toBe(
      '“four” stands in `a.md`, line 7, and in nothing that was written.',
    )
    expect(toldOf(made)).toContain('adopted-words-are-carried chapters/01-a.md')
  })

  it('reads UTF-16 and says so, and leaves out what is no text', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# Wide\n\nText.\n', 'utf16le')])
    const made = await adopted({ 'a.md': wide, 'b.md': Uint8Array.from([0x89, 0, 1, 2]) })
    expect(made.files['chapters/01-a.md']).toBe('# Wide\n\nText.\n')
    expect(toldOf(made).slice(0, 2)).toEqual(['adopted-file-is-text a.md', 'adopted-file-is-text b.md'])
  })

  it('tells of lists, front matter and programs that are not carried as they are', async () => {
    const made = await adopted({
      'mkdocs.yml': 'site_name: Plans\nnav: [a.mdx, gone.md, ../out.md]\n',
      'docs/a.mdx': '---\ntitle: A\ncategory: News\n---\n\nimport X from \'x\'\n\nText. <X label="Said" />\n',
      'docs/left.md': '# Left\n',
    })
    expect(made.files['chapters/01-a.md']).toBe('---\ntitle: A\n---\n\nText.\n')
    expect(toldOf(made).sort()).toEqual([
      'adopted-front-matter-is-used chapters/01-a.md',
      'adopted-list-is-followed mkdocs.yml',
      'adopted-list-is-followed mkdocs.yml',
      'adopted-list-is-followed mkdocs.yml',
      'adopted-program-is-left docs/a.mdx 6',
      'adopted-program-is-left docs/a.mdx 8',
      'adopted-title-is-known publication.yaml 2',
    ])
  })

  it('writes nothing of a folder without texts', async () => {
    const made = await adopted({ 'photo.bin': 'x' })
    expect(made.files).toEqual({})
    expect(made.findings).toMatchObject([{ rule: 'adopted-original-is-read', severity: 'error' }])
  })
})

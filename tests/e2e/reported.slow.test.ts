// A paper whose accessibility is reported, not proven: it is written, and nothing says more of it than is so.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBack } from '../../scripts/verify/read-back.ts'
import { verifyBytes } from '../../scripts/verify/verify-bytes.ts'
import { printTree } from '../corpus/print-tree.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { askVerapdf, whyNoVerapdf } from '../support/verapdf.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'
import { type Ended, findingsIn } from './run-whitepaper.ts'

const CHAPTER = `# Quays

![](quay.svg)

A word ![](quay.svg) in the line, and [here](https://example.org/).

- ![](quay.svg "With a caption")

| | |
| --- | --- |
| a | b |
`

const paper = (accessibility: string): Promise<string> =>
  publicationFolder({
    'publication.yaml': `title: Quays\nlanguage: en-GB\n${accessibility}`,
    'chapters/01-quays.md': CHAPTER,
    'chapters/quay.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>',
  })

describe('accessibility: reported', () => {
  let root: string
  let ended: Ended
  let bytes: Buffer
  beforeAll(async () => {
    root = await paper('accessibility: reported\n')
    ended = await whitepaperHere('build', '--root', root, '--edition', 'screen,site')
    bytes = await readFile(join(root, 'dist/quays.pdf'))
  })

  it('writes the paper under its usual name, and says at its end that it is not proven', () => {
    expect(ended.status).toBe(0)
    expect(ended.stderr).toMatch(/quays\.pdf: .*but for its accessibility, which is not proven/)
    expect(ended.stderr).toContain(
      'chapters/01-quays.md:3:1  warning  This picture has no text alternative: `quay.svg`.',
    )
    expect(ended.stderr).not.toMatch(/ {2}error {2}/)
  })

  it('claims PDF/A-2u and nothing of accessibility', async () => {
    const { claims } = await readBack(bytes)
    expect(claims.names).toEqual(['PDF/A-2u'])
    expect(JSON.parse(await readFile(join(root, 'dist/report.json'), 'utf8'))).toMatchObject({
      accessibility: 'reported',
      readBack: { claims: ['PDF/A-2u'] },
    })
  })

  it(`veraPDF agrees${whyNoVerapdf}`, { skip: whyNoVerapdf !== '' }, async () => {
    const [verdict] = await askVerapdf([join(root, 'dist/quays.pdf')])
    expect(verdict?.profiles.map(({ name, failedChecks }) => `${name} ${failedChecks}`)).toEqual([
      'PDF/A-2u 0',
    ])
  })

  it('tags a picture of which nobody said what it shows as a picture without alternative', async () => {
    const tree = printTree(await readBack(bytes), 1)
    expect(tree.match(/^ *Figure$/gm)).toHaveLength(3)
  })

  it('is verified by what it claims', async () => {
    const { findings } = await verifyBytes(bytes)
    const told = findings.map(({ severity, rule }) => `${severity} ${rule}`)
    expect(told).toContain('warning tagged-pictures-have-alternatives')
    expect(told.filter((one) => one.startsWith('error'))).toEqual([])
  })

  it('lists every fault in accessibility.md, and on the website', async () => {
    const told = await readFile(join(root, 'dist/accessibility.md'), 'utf8')
    for (const line of [3, 5, 7, 9]) expect(told).toContain(`- chapters/01-quays.md, line ${line}: `)
    expect(told).toContain('This document does not claim to be accessible.')
    expect(told).not.toMatch(/PDF\/UA|PDF\/A-2a|When we make a document/)
    const page = await readFile(join(root, 'dist/site/accessibility/index.html'), 'utf8')
    expect(page).toContain('is not proven')
    expect(page).toContain('<li>chapters/01-quays.md, line 3: This picture has no text alternative')
    expect(page).not.toMatch(
      /Every picture (?:that is not decoration )?has a text alternative|leaves no level/,
    )
  })
})

it('accessibility is proven unless it says otherwise', async () => {
  const ended = await whitepaperHere('build', '--root', await paper(''), '--report', 'json')
  expect(ended.status).toBe(1)
  expect(findingsIn(ended)).toEqual(expect.arrayContaining(['image-has-alt chapters/01-quays.md:3']))
})

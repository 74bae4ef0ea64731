import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Element } from 'hast'
import { afterAll, describe, expect, it } from 'vitest'
import { readHtml } from '../../scripts/ground/html/html-text.ts'
import type { Asset } from '../../scripts/model/document.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { formulaOf } from '../../scripts/word/formula.ts'
import { pictureRun, prepareMedia } from '../../scripts/word/pictures.ts'
import type { Writing } from '../../scripts/word/writing.ts'
import { partText } from '../../scripts/word/xml.ts'
import { publicationFolder, removeFolders } from '../support/publication-folder.ts'
import { wordOf } from './make-word-of.ts'

afterAll(removeFolders)

const elementOf = (html: string): Element => readHtml(html).children[0] as Element

/** A formula as Office Math, without what says how it looks. */
function set(mathml: string): { omml: string; findings: readonly Finding[] } {
  const findings: Finding[] = []
  const math = formulaOf(elementOf(`<math>${mathml}</math>`), 'heard', { findings } as unknown as Writing)
  const omml = partText(math)
    .replace(/^.*\n/, '')
    .replace(/<m:rPr>.*?<\/m:rPr>|<w:rPr>.*?<\/w:rPr>|<\/?m:[rt](?: [^>]*)?>/g, '')
  return { omml, findings }
}

describe('a formula is Word’s own', () => {
  it.each([
    ['a fraction', '<mfrac><mi>a</mi><mn>2</mn></mfrac>', '<m:f><m:num>a</m:num><m:den>2</m:den></m:f>'],
    ['a power', '<msup><mi>x</mi><mn>2</mn></msup>', '<m:sSup><m:e>x</m:e><m:sup>2</m:sup></m:sSup>'],
    ['an index', '<msub><mi>x</mi><mi>i</mi></msub>', '<m:sSub><m:e>x</m:e><m:sub>i</m:sub></m:sSub>'],
    [
      'a square root',
      '<msqrt><mi>x</mi></msqrt>',
      '<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>x</m:e></m:rad>',
    ],
    [
      'a sum with its limits and its term',
      '<mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover></mrow><mspace width="0.2em"></mspace><mi>a</mi>',
      '<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr><m:sub>i</m:sub><m:sup>n</m:sup><m:e>a</m:e></m:nary>',
    ],
    [
      'a matrix',
      '<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable>',
      '<m:m><m:mr><m:e>1</m:e><m:e>0</m:e></m:mr></m:m>',
    ],
    [
      'a bar over a letter',
      '<mover><mi>x</mi><mo>¯</mo></mover>',
      '<m:acc><m:accPr><m:chr m:val="̄"/></m:accPr><m:e>x</m:e></m:acc>',
    ],
  ])('%s', (_, mathml, omml) => {
    const made = set(mathml)
    expect(made.omml).toBe(`<m:oMath>${omml}</m:oMath>`)
    expect(made.findings).toEqual([])
  })
})

describe('what Word has no like for is told', () => {
  it('when a part of a formula is set more simply', () => {
    const { omml, findings } = set('<mlongdiv><mn>4</mn><mn>2</mn></mlongdiv>')
    expect(omml).toBe('<m:oMath>42</m:oMath>')
    expect(findings.map(({ message }) => message)).toEqual([
      'The Word file sets a formula more simply, for `mlongdiv` has no like in Word: “heard”.',
    ])
  })

  it('when the words of a drawing are set by the machine that makes the file', async () => {
    const drawing = (inside: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/>${inside}</svg>`
    const folder = await mkdtemp(join(tmpdir(), 'drawing-'))
    const asset = async (name: string, svg: string): Promise<Asset> => {
      const path = join(folder, name)
      await writeFile(path, svg)
      return { url: `/${name}`, type: 'image/svg+xml', path, source: name }
    }
    const assets = [
      await asset('words.svg', drawing('<text x="1" y="5">Sea</text>')),
      await asset('shapes.svg', drawing('')),
    ]
    const { media, findings } = await prepareMedia(assets, new Set(['/words.svg', '/shapes.svg']), 160)
    await rm(folder, { recursive: true })
    expect(media.size).toBe(2)
    expect(findings.map(({ place, message }) => `${place.file} ${message}`)).toEqual([
      'words.svg The Word file sets the words of this drawing in typefaces of the machine that makes it: “words.svg”.',
    ])
  })

  it('when a picture cannot be drawn', () => {
    const findings: Finding[] = []
    const writing = { findings, media: new Map() } as unknown as Writing
    expect(pictureRun(elementOf('<img src="/a.png" alt="A wall">'), writing)).toBeUndefined()
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['word-file-shows-it-otherwise', 'info'],
    ])
  })

  it('with the file and line that it is about, also within a list, a cell, a note and an included text', async () => {
    const link = `[far](https://example.org/?q=${'a'.repeat(3000)})`
    const { findings } = await wordOf(
      await publicationFolder({
        'publication.yaml': 'title: Told\npublisher: X\nlanguage: en-GB\ndate: 2025-09-01\n',
        'parts/p.md': `Words.\n\n${link.replaceAll('a', 'c')}\n`,
        'chapters/01-a.md': [
          '# A',
          `- one\n- ${link}`,
          `| a | b |\n|---|---|\n| 1 | ${link.replaceAll('a', 'b')} |`,
          '<table><tr><th colspan="2">Floods</th></tr><tr><td>3</td><td>4</td></tr></table>',
          `Called.[^1]\n\n[^1]: ${link.replaceAll('a', 'd')}`,
          ':::include{file=../parts/p.md}\n:::',
        ].join('\n\n'),
      }),
    )
    expect(
      findings.map(({ place, message }) => `${place.file}:${place.line} ${message.slice(0, 42)}`),
    ).toEqual([
      'chapters/01-a.md:4 The Word file has words without a link her',
      'chapters/01-a.md:8 The Word file has words without a link her',
      'chapters/01-a.md:10 The Word file cannot say which headings th',
      'parts/p.md:3 The Word file has words without a link her',
      'chapters/01-a.md:14 The Word file has words without a link her',
    ])
  })
})

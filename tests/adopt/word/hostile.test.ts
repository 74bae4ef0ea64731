import { describe, expect, it } from 'vitest'
import { refuseOthers } from '../../../scripts/adopt/word/refuse-others.ts'
import { ArchiveFault } from '../../../scripts/ground/archives/archive-fault.ts'
import { zipBytes } from '../../../scripts/ground/archives/zip-bytes.ts'
import { docxOf, drawing, p, r, wordPart } from './docx-of.ts'
import { read, readBytes } from './read.ts'

/** Why a file is not read. */
async function faultOf(bytes: Buffer): Promise<string> {
  try {
    refuseOthers(bytes)
    await readBytes(bytes)
  } catch (fault) {
    if (fault instanceof ArchiveFault) return said(fault.breach)
    throw fault
  }
  return 'nothing'
}

const said = ({ rule, facts }: { rule: string; facts: object }): string =>
  [rule, 'problem' in facts ? facts.problem : '', 'file' in facts ? facts.file : ''].filter(Boolean).join(' ')

const locked = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
])
const withDocument = (xml: string): Buffer => docxOf({ body: '', parts: { 'word/document.xml': xml } })

describe('what is no Word file that can be read', () => {
  it.each([
    ['an old one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'word-file-is-read old-word'],
    ['one behind a password', locked, 'word-file-is-read locked'],
    ['rich text', Buffer.from('{\\rtf1\\ansi}'), 'word-file-is-read rich-text'],
    [
      'an OpenDocument text',
      zipBytes([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: 'x' },
      ]),
      'word-file-is-read open-document',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'word-file-is-read other'],
    ['a zip that ends early', docxOf({ body: p('a') }).subarray(0, 900), 'word-file-is-read torn'],
    ['a zip of other things', zipBytes([{ name: 'a.txt', content: 'a' }]), 'word-file-is-read no-text'],
    [
      'XML that ends early',
      withDocument('<w:document><w:body><w:p>'),
      'word-file-is-read torn-part word/document.xml',
    ],
    [
      'definitions of names',
      withDocument('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
      'word-file-is-read defines-entities word/document.xml',
    ],
    ['depth', withDocument('<w:x>'.repeat(10_000)), 'word-file-is-read too-deep word/document.xml'],
    ['a bomb', withDocument(' '.repeat(40 * 1024 * 1024)), 'word-file-is-read unsafe word/document.xml'],
    ['a way out', zipBytes([{ name: '../../x', content: 'a' }]), 'word-file-is-read unsafe ../../x'],
  ])('%s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault)
  })
})

describe('what a Word file asks for', () => {
  it('names programs, embedded files, templates and links to files, and does nothing with them', async () => {
    const { told } = await read({
      body: p('Text.'),
      relations: { rIdO: { kind: 'oleObject', target: 'file://server/sheet.xlsx', isOutside: true } },
      parts: {
        'word/vbaProject.bin': 'x',
        'word/embeddings/oleObject1.bin': 'x',
        'word/settings.xml': wordPart('settings', ''),
        'word/_rels/settings.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>',
      },
    })
    expect(told).toEqual([
      'word-file-is-plain: The file `word/embeddings/oleObject1.bin` is embedded in it, which was not opened and is left out.',
      'word-file-is-plain: The file holds programs (macros) in `word/vbaProject.bin`, which were not run and are left out.',
      'word-file-is-plain: The file asks for something from elsewhere, which was not fetched: `file://server/sheet.xlsx`.',
      'word-file-is-plain: The file asks for a template from elsewhere, which was not fetched: `https://example.org/t.dotm`.',
    ])
  })

  it('names pictures from elsewhere, missing ones, and those that only Windows draws', async () => {
    const { markdown, told } = await read({
      body: p(drawing('rId1')) + p(drawing('rId2')) + p(drawing('rId3', { alt: 'A map' })),
      relations: {
        rId1: { kind: 'image', target: 'https://example.org/a.png', isOutside: true },
        rId2: { kind: 'image', target: '../../../etc/passwd' },
        rId3: { kind: 'image', target: 'media/image1.emf' },
      },
      parts: { 'word/media/image1.emf': 'x' },
    })
    expect(markdown).toBe('')
    expect(told).toEqual([
      'word-picture-is-carried: A picture is not in the file but at `https://example.org/a.png`, which was not fetched.',
      'word-picture-is-carried: The picture `../../etc/passwd` is missing from the file.',
      'word-picture-is-carried: The picture `image1.emf` (“A map”) is in a form of Windows that no browser shows, and is left out.',
    ])
  })

  it.each([
    [
      'file:///C:/sheet.xlsx',
      'word-link-is-carried: “here” is a link to `file:///C:/sheet.xlsx`, which readers do not have; its words are kept.',
    ],
    [
      'javascript:alert(1)',
      'word-link-is-carried: “here” is a link to `javascript:alert(1)`, which readers do not have; its words are kept.',
    ],
  ])('keeps the words of a link to %s alone', async (target, finding) => {
    const { markdown, told } = await read({
      body: p(`<w:hyperlink r:id="rId1">${r('here')}</w:hyperlink>`),
      relations: { rId1: { kind: 'hyperlink', target, isOutside: true } },
    })
    expect(markdown).toBe('here\n')
    expect(told).toEqual([finding])
  })

  it('reads Markdown, HTML and templates in its text as text', async () => {
    const { markdown } = await read({ body: p(r('<script>alert(1)</script> {{ x }} :::include{file=a.md}')) })
    expect(markdown).toBe('\\<script>alert(1)\\</script> \\{\\{ x }} :::include\\{file=a.md}\n')
  })
})

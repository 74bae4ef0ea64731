import { describe, expect, it } from 'vitest'
import { documentOf } from '../../scripts/import/document-of.ts'
import { finding } from '../../scripts/rules/finding.ts'

const WORD = ['[Content_Types].xml', 'docProps/thumbnail.jpeg', 'word/document.xml', 'word/media/image1.png']

describe('what is given for an archive and is a document', () => {
  it.each<[shown: string, names: readonly string[], mend: string]>([
    [
      'draft.docx',
      WORD,
      '`npx whitepaper adopt draft.docx` makes Markdown of it, with its pictures and notes',
    ],
    ['Plan der Straße.zip', WORD, '`npx whitepaper adopt "Plan der Straße.zip"`'],
    [
      'a.xlsx',
      ['[Content_Types].xml', 'xl/workbook.xml', 'docProps/thumbnail.png'],
      'Put `a.xlsx` into data/',
    ],
    [
      'a.odt',
      ['META-INF/manifest.xml', 'Thumbnails/thumbnail.png', 'content.xml', 'mimetype'],
      'Save `a.odt`',
    ],
    ['Plan.zip', ['Plan.html', 'images/image1.png'], '`npx whitepaper adopt Plan.zip`'],
    [
      'a.pptx',
      ['[Content_Types].xml', 'ppt/presentation.xml', 'ppt/media/image1.png'],
      'npx whitepaper import --help',
    ],
    ['a.epub', ['META-INF/container.xml', 'OEBPS/cover.jpg', 'mimetype'], 'npx whitepaper import --help'],
  ])('%s is told with what brings it in', (shown, names, mend) => {
    const document = documentOf(names, undefined, shown)
    const told = finding('archive-is-known', {}, { archive: shown, is: document?.is, ...document?.ways })
    expect(told.message).toContain(`\`${shown}\` is a`)
    expect(told.mend).toContain(mend)
  })

  it('is no folder of photographs, with a page that shows them or without', () => {
    expect(documentOf(['IMG_1.jpg', 'IMG_2.jpg'], undefined, 'day')).toBeUndefined()
    expect(documentOf(['IMG_1.jpg', 'index.html', 'style.css'], undefined, 'day')).toBeUndefined()
    expect(documentOf(['IMG_1.jpg'], 'IMG_1.jpg', 'IMG_1.jpg')).toBeUndefined()
  })
})

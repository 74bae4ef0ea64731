// A draft as an officer sends it: headings, lists with levels, notes, a table with a caption, a picture, a quotation.
import sharp from 'sharp'
import { abstractNum, type Docx, docxOf, drawing, field, li, num, p, r, run, tbl } from './docx-of.ts'

const NOTE =
  '<w:footnote w:id="2">' +
  `${p(`${run('<w:footnoteRef/>', '<w:rStyle w:val="FootnoteReference"/>')}${r(' Counted at the door on a Monday.')}`, 'FootnoteText')}` +
  '</w:footnote>'
const CALL = run('<w:footnoteReference w:id="2"/>', '<w:rStyle w:val="FootnoteReference"/>')

const BODY = [
  p('Getting the harbour online', 'Title'),
  p('What the quay office learnt in a year', 'Subtitle'),
  p('Why we began', 'Heading1'),
  p(
    `${r('Fewer people came to the ')}${r('counter', '<w:b/>')}${r(', and ')}${r('more', '<w:i/>')}${r(' of them wrote.')}${CALL}${r(' So we asked them what they need, and cost * time was what they named.')}`,
  ),
  li('Ask first.', 1),
  li('At the quay,', 1, 1),
  li('and in the shed.', 1, 1),
  li('Write it down.', 1),
  p('We would rather write than wait.', 'Quote'),
  p('What it cost', 'Heading1'),
  p('The sums are those of the two years before and after.'),
  p(`${r('Table ')}${field('SEQ Table \\* ARABIC', '1')}${r(': Letters and calls by year')}`, 'Caption'),
  tbl([
    ['Year', 'Letters', 'Calls'],
    ['2011', '1,204', '3,310'],
    ['2012', '2,417', '1,985'],
  ]),
  p('What others can do', 'Heading2'),
  li('Begin small', 2),
  li('Tell everybody', 2),
  p(drawing('rIdP', { alt: 'A shed of red planks beside the water', mm: 150 })),
  p(`${r('Figure ')}${field('SEQ Figure \\* ARABIC', '1')}${r(': The shed in May')}`, 'Caption'),
]

/** The bytes of the file. */
export async function wholeDraft(): Promise<Buffer> {
  const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#a04020' } })
    .png()
    .toBuffer()
  const docx: Docx = {
    body: BODY.join(''),
    footnotes: NOTE,
    numbering: [abstractNum(1, ['bullet']), abstractNum(2, ['decimal']), num(1, 1), num(2, 2)].join(''),
    relations: { rIdP: { kind: 'image', target: 'media/image1.png' } },
    parts: { 'word/media/image1.png': picture },
  }
  return docxOf(docx)
}

/** Every word of it, in its order, without the numbers that Word gives; a note's number parts what it stands in. */
export const WORDS_OF_DRAFT = [...BODY, NOTE]
  .map((part) => part.replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '').replaceAll(CALL, '<w:t>\n</w:t>'))
  .flatMap((part) =>
    [...part.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^[^>]*>/, '')).join(''),
    ),
  )
  .flatMap((text) => text.split('\n'))
  .map((text) => text.replace(/^(?:Table|Figure) 1: /, '').trim())
  .filter((text) => text !== '')

// One draft with something of every kind that a Word file can hold.
import {
  abstractNum,
  bookmark,
  type Docx,
  drawing,
  field,
  li,
  num,
  PNG,
  p,
  r,
  run,
  tbl,
  textBox,
} from './docx-of.ts'

const note = (kind: 'footnote' | 'endnote', id: number, words: string): string =>
  `<w:${kind} w:id="${id}">${p(`${run(`<w:${kind}Ref/>`)}${r(` ${words}`)}`, 'FootnoteText')}</w:${kind}>`
const frac =
  '<m:oMath><m:f><m:num><m:r><m:t>distance</m:t></m:r></m:num><m:den><m:r><m:t>hours</m:t></m:r></m:den></m:f></m:oMath>'

const BODY = [
  p('Getting the harbour online', 'Title'),
  p('What the quay office learnt', 'Subtitle'),
  `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Contents', 'TOCHeading')}${p(field('TOC \\o', 'Why we began 3'), 'TOC1')}</w:sdtContent></w:sdt>`,
  p(bookmark('_Toc1', r('Why we began')), 'Heading1'),
  p(
    `${r('Fewer people came to the ')}${r('counter', 'b')}${r(' and ')}${r('more', 'i')}${r(' wrote.')}${run('<w:footnoteReference w:id="2"/>')}${r(' Later they stopped.')}${run('<w:endnoteReference w:id="3"/>')}`,
  ),
  p(
    `<w:commentRangeStart w:id="0"/>${r('Nine councils')}<w:commentRangeEnd w:id="0"/>${run('<w:commentReference w:id="0"/>')}${r(' took part, ')}<w:ins w:id="1" w:author="A. Reader">${r('gladly')}</w:ins><w:del w:id="2" w:author="A. Reader"><w:r><w:delText>sadly</w:delText></w:r></w:del>${r('.')}`,
  ),
  li('Ask first.', 1),
  li('At the quay,', 1, 1),
  li('Write it down.', 1),
  li('Count once', 2),
  li('count twice', 2, 1),
  p('We would rather write than wait.', 'Quote'),
  p(`${r('Seen.')}${r(' Unseen sentence.', 'vanish')}${run('<w:sym w:font="Wingdings" w:char="F0FC"/>')}`),
  p(bookmark('_Ref1', `${r('Table ')}${field('SEQ Table', '1')}`) + r(': Letters by year'), 'Caption'),
  tbl([
    ['Year', { content: 'Letters', span: 2 }],
    [{ content: '2011', merge: 'restart' }, 'paper', tbl([['inner one', 'inner two']]) + p('below')],
    [{ content: '', merge: 'continue' }, '1,204', '3,310'],
  ]),
  p(
    `${r('See ')}${field('REF _Ref1 \\h', 'Table 1')}${r(' and ')}<w:hyperlink r:id="rIdW">${r('the survey')}</w:hyperlink>${r('.')}`,
  ),
  p(r('Speed is ') + frac + r(' here.')),
  `<m:oMathPara>${frac}</m:oMathPara>`,
  p(r('Beside a box.') + textBox(p('Inside the box.'))),
  p(`<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r('A control.')}</w:sdtContent></w:sdt>`),
  p(
    `<w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('Welsh')}</w:rubyBase></w:ruby></w:r>${run('<w:tab/>')}${r('tabbed')}`,
  ),
  p(
    `${r('One line')}${run('<w:br/>')}${r('and the next')}${run('<w:br w:type="page"/>')}${r('another page')}`,
  ),
  p(drawing('rIdP', { alt: 'A shed of red planks', mm: 150 })),
  p(`${r('Figure ')}${field('SEQ Figure', '1')}${r(': The shed in May')}`, 'Caption'),
  p(
    '<w:r><w:pict><v:shape id="s" style="width:60pt" alt="An old drawing"><v:imagedata r:id="rIdP"/></v:shape></w:pict></w:r>',
  ),
].join('')

/** The text, the notes, the lists: what a test may spoil. */
export const EVERY_KIND: Docx & {
  readonly footnotes: string
  readonly endnotes: string
  readonly numbering: string
} = {
  body: BODY,
  footnotes: note('footnote', 2, 'Counted at the door.'),
  endnotes: note('endnote', 3, 'So the ledger says.'),
  comments: `<w:comment w:id="0" w:author="A. Reader">${p('Is that so?')}</w:comment>`,
  numbering: [
    abstractNum(1, ['bullet']),
    abstractNum(2, ['decimal', 'lowerLetter']),
    num(1, 1),
    num(2, 2),
  ].join(''),
  relations: {
    rIdP: { kind: 'image', target: 'media/image1.png' },
    rIdW: { kind: 'hyperlink', target: 'https://example.org/survey', isOutside: true },
  },
  parts: { 'word/media/image1.png': PNG },
}

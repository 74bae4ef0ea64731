// Word files in the manners of the programs that write them, and what each has: the structure that must come through.
import {
  abstractNum,
  bookmark,
  type Docx,
  drawing,
  field,
  li,
  num,
  p,
  r,
  run,
  style,
  tbl,
  textBox,
  withPicture,
} from './docx-of.ts'

export interface Manner {
  readonly docx: Docx
  /** `h2 Costs`, `li 1 first`, `th 2x1 A`, `a #costs`, `img A bridge`, `strong so`, `note`, `lang fr mot`. */
  readonly has: readonly string[]
}

const LISTS = [
  abstractNum(1, ['bullet']),
  abstractNum(2, ['decimal', 'lowerLetter', 'lowerRoman']),
  abstractNum(3, ['decimal|%1', 'decimal|%1.%2']),
  num(1, 1),
  num(2, 2),
  num(3, 2, 1),
  num(4, 3),
].join('')

const note = (id: number, words: string): string =>
  `<w:footnote w:id="${id}">${p(`${run('<w:footnoteRef/>', '<w:rStyle w:val="FootnoteReference"/>')}${r(` ${words}`)}`, 'FootnoteText')}</w:footnote>`
const call = (id: number): string =>
  run(`<w:footnoteReference w:id="${id}"/>`, '<w:rStyle w:val="FootnoteReference"/>')
const WEB = {
  rIdW: { kind: 'hyperlink', target: 'https://example.org/survey', isOutside: true },
} as const

/** Google Docs: styles by name, `<w:pPr>` full of resets, runs of one word, lists of nine levels each its own. */
const gp = (inside: string, styleId = '', more = ''): string =>
  p(inside, styleId, `${more}<w:pageBreakBefore w:val="0"/><w:rPr/>`)
const gr = (text: string, more = ''): string =>
  `<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>${more}<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const gli = (text: string, list: number, level: number): string =>
  gp(
    gr(text),
    '',
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr><w:ind w:left="${720 * (level + 1)}" w:hanging="360"/>`,
  )
/** LibreOffice: `start` for `left`, an empty `<w:rPr>` everywhere, its own names of styles. */
const lp = (inside: string, styleId: string, more = ''): string =>
  p(inside, styleId, `${more}<w:bidi w:val="0"/><w:jc w:val="start"/><w:rPr></w:rPr>`)
const lli = (text: string, list: number, level: number): string =>
  lp(
    r(text),
    'TextBody',
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr><w:ind w:start="${709 * (level + 1)}" w:hanging="283"/>`,
  )
const LO_STYLES =
  style('TextBody', 'Body Text') +
  style('Quotations', 'Quotations') +
  style('PreformattedText', 'Preformatted Text') +
  style('Illustration', 'Illustration') +
  style('Heading', 'Heading')

export const MANNERS: Readonly<Record<string, Manner>> = {
  'Word: headings with numbers, split runs, bookmarks': {
    docx: {
      numbering: LISTS,
      body:
        li(
          `<w:bookmarkStart w:id="0" w:name="_Toc1"/>${r('Wh')}<w:proofErr w:type="spellStart"/>${r('at')}<w:proofErr w:type="spellEnd"/>${r(' it costs')}<w:bookmarkEnd w:id="0"/>`,
          4,
          0,
          'Heading1',
        ) +
        li('In May', 4, 1, 'Heading2') +
        p('Text.') +
        p('Deep', 'Heading4'),
    },
    has: ['h2 What it costs', 'h3 In May', 'h4 Deep'],
  },
  'Word: three levels of bullets': {
    docx: { numbering: LISTS, body: li('a', 1) + li('b', 1, 1) + li('c', 1, 2) + li('d', 1) },
    has: ['li 1 a', 'li 2 b', 'li 3 c', 'li 1 d'],
  },
  'Word: numbers with letters below, and a list that goes on': {
    docx: { numbering: LISTS, body: li('a', 2) + li('b', 2, 1) + li('c', 2) + p('Between.') + li('d', 2) },
    has: ['li 1 a', 'li 2 b', 'li 1 c', 'ol 3', 'li 1 d'],
  },
  'Word: a table with header row, spans and bold words': {
    docx: {
      body: tbl([
        ['Year', { content: 'Pounds', span: 2 }],
        [{ content: '2011', merge: 'restart' }, 'a', p(r('b', 'b'))],
        [{ content: '', merge: 'continue' }, 'c', 'd'],
      ]),
    },
    has: [
      'th 1x1 Year',
      'th 2x1 Pounds',
      'td 1x2 2011',
      'td 1x1 a',
      'td 1x1 b',
      'td 1x1 c',
      'td 1x1 d',
      'strong b',
    ],
  },
  'Word: a header row by the look of the style': {
    docx: {
      styles: style(
        'Grid5',
        'Grid Table 5',
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
        'table',
      ),
      body: tbl(
        [
          ['A', 'B'],
          ['1', '2'],
        ],
        false,
        '<w:tblLook w:val="04A0" w:firstRow="1"/>',
      ).replace('TableGrid', 'Grid5'),
    },
    has: ['th 1x1 A', 'th 1x1 B', 'td 1x1 1', 'td 1x1 2'],
  },
  'Word: captions with fields, and references to them': {
    docx: {
      ...withPicture,
      body:
        p(drawing('rIdP', { alt: 'A bridge of three arches' })) +
        p(
          bookmark('_Ref5', `${r('Figure ')}${field('SEQ Figure \\* ARABIC', '1')}`) +
            r(': The bridge in May'),
          'Caption',
        ) +
        p(r('See ') + field('REF _Ref5 \\h', 'Figure 1') + r('.')),
    },
    has: ['img A bridge of three arches', 'figcaption The bridge in May', 'a #figure-1-the-bridge-in-may'],
  },
  'Word: notes, two of them, one with emphasis': {
    docx: {
      body: p(r('One') + call(1) + r(' and two') + call(2) + r('.')),
      footnotes: note(1, 'First.') + note(2, 'Second.'),
    },
    has: ['note', 'note'],
  },
  'Word: a table of contents in a control, links within': {
    docx: {
      body:
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Contents', 'TOCHeading')}${p(field('TOC \\o', 'Costs 3'), 'TOC1')}</w:sdtContent></w:sdt>` +
        p(bookmark('_Toc7', r('Costs')), 'Heading1') +
        p(`<w:hyperlink w:anchor="_Toc7">${r('back to costs')}</w:hyperlink>`),
    },
    has: ['h2 Costs', 'a #costs'],
  },
  'Word: marks, small and large': {
    docx: {
      body: p(
        r('bold', 'b') +
          r(' ') +
          r('italic', 'i') +
          r(' ') +
          r('seen', '<w:highlight w:val="yellow"/>') +
          r(' H') +
          r('2', '<w:vertAlign w:val="subscript"/>') +
          r('O') +
          r(' gone', 'strike'),
      ),
    },
    has: ['strong bold', 'em italic', 'mark seen', 'sub 2', 'del gone'],
  },
  'Word: languages': {
    docx: {
      body: p(
        r('A long English sentence about ') +
          r('le mot juste', '<w:lang w:val="fr-FR"/>') +
          r(' and ') +
          r('hiraeth', '<w:lang w:val="cy-GB"/>'),
      ),
    },
    has: ['lang fr-FR le mot juste', 'lang cy-GB hiraeth'],
  },
  'Word: quotations and a text box': {
    docx: {
      body: p('They answer.', 'Quote') + p('Always.', 'IntenseQuote') + p(r('Text.') + textBox(p('Aside.'))),
    },
    has: ['blockquote They answer.Always.', 'aside Aside.'],
  },
  'Word: tracked changes, comments, controls': {
    docx: {
      body: p(
        `<w:ins w:id="1" w:author="A"><w:r><w:rPr><w:b/></w:rPr><w:t>New</w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>Old</w:delText></w:r></w:del><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r(' in a control ')}</w:sdtContent></w:sdt><w:smartTag w:element="place">${r('Dudley', 'i')}</w:smartTag>`,
      ),
    },
    has: ['strong New', 'em Dudley'],
  },
  'Word: formulas': {
    docx: {
      body: p(
        `${r('So ')}<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath>${r('.')}`,
      ),
    },
    has: ['math \\frac{a}{{b}^{2}}'],
  },
  'Word: a picture in a text box with its caption': {
    docx: {
      ...withPicture,
      body: p(
        r('Text.') +
          textBox(
            p(drawing('rIdP', { alt: 'A quay' })) +
              p(`${r('Figure ')}${field('SEQ Figure', '1')}${r(' The quay')}`, 'Caption'),
          ),
      ),
    },
    has: ['img A quay', 'figcaption The quay'],
  },
  'Word in German: names of styles and captions': {
    docx: {
      language: 'de-DE',
      styles: style('berschrift1', 'heading 1') + style('Beschriftung', 'caption'),
      body:
        p('Kosten', 'berschrift1') +
        p(`${r('Tabelle ')}${field('SEQ Tabelle', '1')}${r(': Preise')}`, 'Beschriftung') +
        tbl([
          ['Jahr', 'Euro'],
          ['2011', '4'],
        ]),
    },
    has: ['h2 Kosten', 'caption Preise', 'th 1x1 Jahr', 'th 1x1 Euro', 'td 1x1 2011', 'td 1x1 4'],
  },
  'Google Docs: headings, links, lists of two kinds': {
    docx: {
      numbering: LISTS,
      relations: WEB,
      styles: '',
      body:
        gp(gr('Costs'), 'Heading1') +
        gp(
          gr('See ') +
            `<w:hyperlink r:id="rIdW"><w:r><w:rPr><w:color w:val="1155cc"/><w:u w:val="single"/></w:rPr><w:t>the survey</w:t></w:r></w:hyperlink>` +
            gr('.'),
        ) +
        gli('a', 1, 0) +
        gli('b', 1, 1) +
        gli('one', 2, 0) +
        gli('two', 2, 0),
    },
    has: ['h2 Costs', 'a https://example.org/survey', 'li 1 a', 'li 2 b', 'ol 1', 'li 1 one', 'li 1 two'],
  },
  'Google Docs: a table with no header row, bold in its first': {
    docx: {
      body: tbl(
        [
          [gp(gr('A', '<w:b w:val="1"/>')), gp(gr('B', '<w:b w:val="1"/>'))],
          [gp(gr('1')), gp(gr('2'))],
        ],
        false,
      ),
    },
    has: ['th 1x1 A', 'th 1x1 B', 'td 1x1 1', 'td 1x1 2'],
  },
  'Google Docs: bold that is switched off, suggestions': {
    docx: {
      body: gp(
        gr('plain', '<w:b w:val="0"/>') +
          gr(' bold', '<w:b w:val="1"/>') +
          `<w:ins w:author="A. Reader" w:id="0">${gr(' more', '<w:i w:val="1"/>')}</w:ins>`,
      ),
    },
    has: ['strong bold', 'em more'],
  },
  'Google Docs: notes, and a picture without a style': {
    docx: {
      ...withPicture,
      body:
        gp(
          gr('One') +
            `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>`,
        ) + gp(drawing('rIdP', { alt: 'A harbour' })),
      footnotes: note(1, 'First.'),
    },
    has: ['note', 'img A harbour'],
  },
  'LibreOffice: body text, lists by start, quotations': {
    docx: {
      styles: LO_STYLES,
      numbering: LISTS,
      body:
        lp(r('Costs'), 'Heading1') +
        lli('a', 1, 0) +
        lli('b', 1, 1) +
        lli('c', 2, 0) +
        lp(r('They answer.'), 'Quotations'),
    },
    has: ['h2 Costs', 'li 1 a', 'li 2 b', 'li 1 c', 'blockquote They answer.'],
  },
  'LibreOffice: preformatted lines, raised letters': {
    docx: {
      styles: LO_STYLES,
      body:
        lp(r('const x = 1'), 'PreformattedText') +
        lp(r('y()'), 'PreformattedText') +
        lp(r('x') + r('2', '<w:position w:val="8"/><w:sz w:val="14"/>'), 'TextBody'),
    },
    has: ['pre const x = 1y()', 'sup 2'],
  },
  'LibreOffice: a figure with its own style of captions': {
    docx: {
      ...withPicture,
      styles: LO_STYLES,
      body:
        lp(drawing('rIdP', { alt: 'A weir' }), 'TextBody') +
        lp(
          `${r('Illustration ')}${field('SEQ Illustration \\* ARABIC', '1')}${r(': The weir')}`,
          'Illustration',
        ),
    },
    has: ['img A weir', 'figcaption The weir'],
  },
  'Pandoc: captions by style, compact lists, code': {
    docx: {
      styles:
        style('TableCaption', 'Table Caption') +
        style('SourceCode', 'Source Code') +
        style('VerbatimChar', 'Verbatim Char', '', 'character') +
        style('BlockText', 'Block Text'),
      numbering: LISTS,
      body:
        p('Prices', 'TableCaption') +
        tbl([
          ['A', 'B'],
          ['1', '2'],
        ]) +
        li('a', 1, 0, 'Compact') +
        p(r('x = 1', '<w:rStyle w:val="VerbatimChar"/>'), 'SourceCode') +
        p('They answer.', 'BlockText'),
    },
    has: [
      'caption Prices',
      'th 1x1 A',
      'th 1x1 B',
      'td 1x1 1',
      'td 1x1 2',
      'li 1 a',
      'pre x = 1',
      'blockquote They answer.',
    ],
  },
}

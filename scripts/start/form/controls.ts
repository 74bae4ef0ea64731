// Content controls (ECMA-376, part 1, 17.5.2; repeating ones: [MS-DOCX] 2.5.1).
import type { Element } from 'xast'
import { FORM_TAG, PICTURE_PLACEHOLDER, PLACEHOLDERS } from '../../ground/case-study-form.ts'
import { element, paragraph, run, valued } from './word-xml.ts'

/** Makes controls, each with a number of its own. */
export interface Controls {
  /** Within a line; some lines of text where it `isLong`. */
  readonly text: (tag: string, label: string, isLong?: boolean) => Element
  readonly choice: (tag: string, label: string, choices: readonly string[]) => Element
  /** A line that has its words, which can be changed. */
  readonly filled: (tag: string, label: string, words: string) => Element
  /** Any number of paragraphs, lists, tables and pictures. */
  readonly story: (tag: string, label: string, style: string) => Element
  readonly picture: (tag: string, label: string) => Element
  /** More of the same can be added by whoever fills in the form. */
  readonly repeated: (tag: string, label: string, items: readonly Element[]) => Element
}

export function newControls(): Controls {
  let count = 1000
  const control = (
    tag: string,
    label: string,
    kind: readonly Element[],
    content: readonly Element[],
    isEmpty = true,
  ): Element => {
    count += 1
    return element('w:sdt', {}, [
      element('w:sdtPr', {}, [
        ...(label === '' ? [] : [valued('w:alias', label), valued('w:tag', FORM_TAG + tag)]),
        valued('w:id', count),
        ...(isEmpty ? [element('w:showingPlcHdr')] : []),
        ...kind,
      ]),
      element('w:sdtContent', {}, content),
    ])
  }
  return {
    text: (tag, label, isLong = false) =>
      control(tag, label, [element('w:text', isLong ? { 'w:multiLine': 1 } : {})], [empty('text')]),
    choice: (tag, label, choices) => control(tag, label, [dropDown(choices)], [empty('choice')]),
    filled: (tag, label, words) => control(tag, label, [element('w:text')], [run(words)], false),
    story: (tag, label, style) => control(tag, label, [], [paragraph(style, [empty('story')])]),
    picture: (tag, label) =>
      control(tag, label, [element('w:picture')], [paragraph('', [element('w:r', {}, [placeholder])])]),
    repeated: (tag, label, items) =>
      control(
        tag,
        label,
        [element('w15:repeatingSection')],
        items.map((item) => control('', '', [element('w15:repeatingSectionItem')], [item], false)),
        false,
      ),
  }
}

const empty = (kind: keyof typeof PLACEHOLDERS): Element => run(PLACEHOLDERS[kind], 'PlaceholderText')

const dropDown = (choices: readonly string[]): Element =>
  element(
    'w:dropDownList',
    {},
    choices.map((choice) => element('w:listItem', { 'w:displayText': choice, 'w:value': choice })),
  )

/** 60 mm by 40 mm, in units of which 36,000 are a millimetre. */
const SIZE = { cx: 60 * 36_000, cy: 40 * 36_000 }

const placeholder = element('w:drawing', {}, [
  element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    element('wp:extent', SIZE),
    element('wp:docPr', { id: 1, name: 'Photograph', descr: PICTURE_PLACEHOLDER }),
    element('a:graphic', {}, [
      element('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, [
        element('pic:pic', {}, [
          element('pic:nvPicPr', {}, [
            element('pic:cNvPr', { id: 1, name: 'photograph.png', descr: PICTURE_PLACEHOLDER }),
            element('pic:cNvPicPr'),
          ]),
          element('pic:blipFill', {}, [
            element('a:blip', { 'r:embed': 'rIdPicture' }),
            element('a:stretch', {}, [element('a:fillRect')]),
          ]),
          element('pic:spPr', {}, [
            element('a:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', SIZE)]),
            element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
          ]),
        ]),
      ]),
    ]),
  ]),
])

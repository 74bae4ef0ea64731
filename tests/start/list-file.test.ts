import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type ListPlace, listFile, placeFor } from '../../scripts/start/list-file.ts'

const FILE = 'case-studies/03-new.md'
const PART: ListPlace = { list: 'part', index: 0 }
const part = (title: string, ...files: string[]) => ({ title, standfirst: '', divider: false, files })

describe('placeFor', () => {
  const parts = [
    part('The paper', 'chapters/01-a.md'),
    part('Stories', 'case-studies/01-a.md'),
    part('More', 'chapters/02-b.md'),
  ]

  it.each([
    ['the last part with case studies', parts, 'case-study', { list: 'part', index: 1 }],
    ['the last part with chapters', parts, 'chapter', { list: 'part', index: 2 }],
    ['no list where there are no parts', [], 'case-study', { list: 'nowhere' }],
    [
      'a new part for the first case study',
      [parts[0]!],
      'case-study',
      { list: 'new-part', title: 'Case studies' },
    ],
    [
      'a part that is called so already',
      [part('case studies', 'chapters/01-a.md')],
      'case-study',
      { list: 'part', index: 0 },
    ],
    ['the first part for the first chapter', [parts[1]!], 'chapter', { list: 'part', index: 0 }],
  ] as const)('is %s', (_, given, kind, place) => expect(placeFor({ parts: given }, kind)).toEqual(place))

  it.each([
    ['more', { list: 'part', index: 2 }],
    ['back', { list: 'back' }],
    ['Nowhere', undefined],
  ])('is the part that was named: %s', (wish, place) =>
    expect(placeFor({ parts }, 'chapter', wish)).toEqual(place),
  )
})

describe('listFile', () => {
  it.each([
    [
      'a list in lines',
      'title: A # ours\nparts:\n  - title: P\n    files:\n      - case-studies/01-a.md # first\n\n# Lists.\ncouncils: []\n',
      'title: A # ours\nparts:\n  - title: P\n    files:\n      - case-studies/01-a.md # first\n      - case-studies/03-new.md\n\n# Lists.\ncouncils: []\n',
      6,
    ],
    [
      'a list that is not indented',
      'parts:\n- files:\n  - "case-studies/01-a.md"\n  title: P\n',
      'parts:\n- files:\n  - "case-studies/01-a.md"\n  - case-studies/03-new.md\n  title: P\n',
      4,
    ],
    [
      'a list in brackets',
      'parts: [{ title: P, files: [case-studies/01-a.md] }]\n',
      'parts: [{ title: P, files: [case-studies/01-a.md, case-studies/03-new.md] }]\n',
      1,
    ],
    [
      'brackets over several lines',
      'parts:\n  - title: P\n    files: [\n      case-studies/01-a.md,\n      chapters/02-b.md,\n    ]\n',
      'parts:\n  - title: P\n    files: [\n      case-studies/01-a.md, case-studies/03-new.md,\n      chapters/02-b.md,\n    ]\n',
      4,
    ],
    [
      'a part with both kinds',
      'parts:\n  - title: P\n    files:\n      - case-studies/01-a.md\n      - chapters/02-b.md\n',
      'parts:\n  - title: P\n    files:\n      - case-studies/01-a.md\n      - case-studies/03-new.md\n      - chapters/02-b.md\n',
      5,
    ],
    [
      'line ends of Windows',
      'parts:\r\n  - title: P\r\n    files:\r\n      - case-studies/01-a.md\r\n',
      'parts:\r\n  - title: P\r\n    files:\r\n      - case-studies/01-a.md\r\n      - case-studies/03-new.md\r\n',
      5,
    ],
    [
      'no line end at the end',
      'parts:\n  - title: P\n    files:\n      - case-studies/01-a.md',
      'parts:\n  - title: P\n    files:\n      - case-studies/01-a.md\n      - case-studies/03-new.md',
      5,
    ],
    [
      'a list that waits for its first file',
      'parts:\n  - title: P\n    files: # in order\n\nback: []\n',
      'parts:\n  - title: P\n    files: # in order\n      - case-studies/03-new.md\n\nback: []\n',
      4,
    ],
    [
      'one that waits at the very end',
      'parts:\n  - files:',
      'parts:\n  - files:\n      - case-studies/03-new.md',
      3,
    ],
    [
      'one that waits in brackets',
      'parts:\n  - title: P\n    files: []\n',
      'parts:\n  - title: P\n    files: [case-studies/03-new.md]\n',
      3,
    ],
    [
      'a byte order mark',
      '\uFEFFparts:\n  - title: P\n    files:\n      - case-studies/01-a.md\n',
      '\uFEFFparts:\n  - title: P\n    files:\n      - case-studies/01-a.md\n      - case-studies/03-new.md\n',
      5,
    ],
  ])('adds one line to %s', (_, yaml, text, line) =>
    expect(listFile(yaml, FILE, PART)).toEqual({ text, line }),
  )

  it('adds a part below the last one', () => {
    const yaml =
      'parts:\n  - title: P\n    files:\n      - chapters/01-a.md\n    standfirst: >-\n      Words.\n\nback: []\n'
    expect(listFile(yaml, FILE, { list: 'new-part', title: 'Case studies' })?.text).toBe(
      'parts:\n  - title: P\n    files:\n      - chapters/01-a.md\n    standfirst: >-\n      Words.\n' +
        '  - title: Case studies\n    files:\n      - case-studies/03-new.md\n\nback: []\n',
    )
  })

  it.each([
    ['title: A\n', `title: A\nback:\n  - ${FILE}\n`],
    ['title: A', `title: A\nback:\n  - ${FILE}\n`],
    ['back: []\n', `back: [${FILE}]\n`],
    ['back:\n  - chapters/01-a.md\nfront: []\n', `back:\n  - chapters/01-a.md\n  - ${FILE}\nfront: []\n`],
  ])('adds to the back matter of %j', (yaml, text) =>
    expect(listFile(yaml, FILE, { list: 'back' })?.text).toBe(text),
  )

  it.each([
    ['an alias', 'x: &f\n  - chapters/01-a.md\nparts:\n  - title: P\n    files: *f\n'],
    ['an item below its mark', 'parts:\n  - title: P\n    files:\n      -\n        chapters/01-a.md\n'],
    ['YAML that is not sound', 'parts: [\n'],
    ['a part that is not there', 'parts: []\n'],
    ['a list that is said to be nothing', 'parts:\n  - title: P\n    files: ~\n'],
    ['a part without a list', 'parts:\n  - title: P\n'],
  ])('leaves %s alone', (_, yaml) => expect(listFile(yaml, FILE, PART)).toBeUndefined())

  it('keeps all else as it was read', () => {
    const yaml =
      'parts:\n  - title: P\n    files:\n      - chapters/01-a.md\n    standfirst: |\n      A\n      B\n'
    const text = listFile(yaml, FILE, { list: 'new-part', title: 'Case studies' })?.text ?? ''
    expect(parse(text).parts).toEqual([
      parse(yaml).parts[0],
      { title: 'Case studies', files: ['case-studies/03-new.md'] },
    ])
  })
})

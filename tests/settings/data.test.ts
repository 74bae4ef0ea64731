import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readData } from '../../scripts/settings/data.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const read = async (files: Readonly<Record<string, string>>) =>
  readData(await publicationFolder(files), 'en-GB')

const said = async (files: Readonly<Record<string, string>>) =>
  (await read(files)).findings.map(({ place, message, mend }) => `${place.file}: ${message} ${mend}`)

const SURVEY = `
source: https://example.org/survey
of: 40 # at least 12.5% answered
figures:
  grow: { value: 97.5%, count: 39, label: Expect use to grow }
  reach: { value: 30 million, source: https://example.org/other }
questions:
  q3: { question: How much?, rows: [{ label: High, count: 15, percent: 37.5 }] }
lists:
  rings: [grow, reach]
percentages: [80, '46%']
`

describe('data', () => {
  it('is empty in a publication without the folder', async () => {
    expect(await read({})).toEqual({
      value: { figures: {}, questions: {}, lists: {}, percentages: [] },
      findings: [],
    })
  })

  it('fills in the source and the base of the file', async () => {
    const { value, findings } = await read({ 'data/survey.yaml': SURVEY, 'data/notes.txt': 'no data' })
    expect(findings).toEqual([])
    expect(value.figures.grow).toMatchObject({
      id: 'grow',
      value: '97.5%',
      count: 39,
      of: 40,
      source: 'https://example.org/survey',
    })
    expect(value.figures.reach).toMatchObject({ value: '30 million', source: 'https://example.org/other' })
    expect(value.figures.reach).not.toHaveProperty('of')
    expect(value.questions.q3?.rows).toEqual([{ label: 'High', count: 15, percent: '37.5%', note: '' }])
  })

  it('knows every percentage in it, also those of comments and of plain numbers', async () => {
    const { value } = await read({ 'data/survey.yaml': SURVEY })
    expect(new Set(value.percentages)).toEqual(new Set(['12.5', '97.5', '37.5', '80', '46']))
  })

  it('names what a list asks for in vain, with what was meant', async () => {
    expect(
      await said({
        'data/a.yaml': 'figures: { grow: { value: 1 } }\nlists: { rings: [grwo, constructor] }\n',
      }),
    ).toEqual([
      'data/a.yaml: The list `rings` names `grwo`, which no file in data/ has. Correct the name. Did you mean `grow`?',
      'data/a.yaml: The list `rings` names `constructor`, which no file in data/ has. Correct the name.',
    ])
  })

  it('lists may name what stands in another file', async () => {
    expect(
      await said({
        'data/a.yaml': 'lists: { rings: [grow] }\n',
        'data/b.yaml': 'figures: { grow: { value: 1 } }\n',
      }),
    ).toEqual([])
  })

  it.each([
    ['60%', 24, 40, undefined],
    ['37.5%', 15, 40, undefined],
    ['38%', 15, 40, undefined],
    ['37%', 15, 40, undefined],
    ['37.4%', 15, 40, '37.5%'],
    ['36%', 15, 40, '38%'],
    ['33.3 %', 1, 3, undefined],
    ['33,33%', 1, 3, undefined],
    ['33.4%', 1, 3, '33.3%'],
    ['12.50%', 1, 8, undefined],
    ['over 60%', 1, 8, undefined],
    ['~60%', 1, 8, undefined],
    ['a half', 1, 8, undefined],
  ])('warns of %s beside %i of %i: %s', async (value, count, of, expected) => {
    const figure = `figures:\n  a:\n    value: '${value}'\n    count: ${count}\n    of: ${of}\n`
    const row = `questions:\n  q:\n    question: Q\n    of: ${of}\n    rows:\n      - { label: A, count: ${count}, percent: '${value}' }\n`
    const { findings } = await read({ 'data/a.yaml': figure + row })
    expect(findings.map(({ rule, severity, place }) => `${severity} ${rule} ${place.line}`)).toEqual(
      expected ? ['warning share-is-true 3', 'warning share-is-true 11'] : [],
    )
    if (expected) expect(findings[0]?.message).toContain(`which is ${expected}.`)
  })

  it('knows what is counted, of a file, a question or a figure', async () => {
    const { value } = await read({
      'data/a.yaml':
        'unit: one file | files\nfigures: { a: { value: 1 }, b: { value: 2, unit: km } }\nquestions: { q: { question: Q, rows: [{ label: A, count: 1 }] } }\n',
    })
    expect([value.figures.a?.unit, value.figures.b?.unit, value.questions.q?.unit]).toEqual([
      { one: 'file', many: 'files' },
      { one: 'km', many: 'km' },
      { one: 'file', many: 'files' },
    ])
  })

  it('keeps each value as it was typed', async () => {
    const { value } = await read({
      'data/a.yaml':
        'figures: { 1.10: { value: 4.50 }, b: { value: 007 } }\nquestions: { q: { question: 10:32, rows: [{ label: 1e3, count: 1, percent: 37.50 }] } }\nlists: { all: [1.10, b] }\npercentages: [12.50]\n',
    })
    expect(Object.keys(value.figures)).toEqual(['1.10', 'b'])
    expect([value.figures['1.10']?.value, value.figures.b?.value]).toEqual(['4.50', '007'])
    expect(value.questions.q).toMatchObject({
      question: '10:32',
      rows: [{ label: '1e3', percent: '37.50%' }],
    })
    expect(value.lists.all).toEqual(['1.10', 'b'])
    expect(value.percentages).toContain('12.50')
  })

  it('takes a value alone for a figure, also at the top, and tells where a group belongs', async () => {
    const { value, findings } = await read({
      'data/a.yaml':
        'figures: { a: 4.50 }\nroads: 1,204\nshare: £3.10m\ncalls: { value: 40% }\nq: { question: Why?, rows: [{ label: A, count: 1 }] }\nnotes: 12 of them\n',
    })
    expect(Object.entries(value.figures).map(([name, one]) => [name, one.value])).toEqual([
      ['roads', '1,204'],
      ['share', '£3.10m'],
      ['a', '4.50'],
    ])
    const passedOver = 'is not a key that this file can have, so it is passed over. Did you mean'
    expect(findings.map(({ place, message, mend }) => `${place.line}: ${message} ${mend}`)).toEqual([
      '2: `roads` was read as `figures: { roads: … }`. Nothing has to be done.',
      '3: `share` was read as `figures: { share: … }`. Nothing has to be done.',
      `4: \`calls\` ${passedOver} \`figures: { calls: … }\`?`,
      `5: \`q\` ${passedOver} \`questions: { q: … }\`?`,
      `6: \`notes\` ${passedOver} \`note\`?`,
    ])
  })

  it('tells of an unsettled merge once, whatever is between its lines', async () => {
    const { findings } = await read({
      'data/a.yaml': 'figures:\n<<<<<<< HEAD\n  a: { value: 1 }\n=======\n  a: { value: 2 }\n>>>>>>> main\n',
    })
    expect(findings.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual(['merge-is-settled 2'])
  })

  it('says a figure once', async () => {
    const grow = 'figures: { grow: { value: 1 } }\n'
    expect(await said({ 'data/a.yaml': grow, 'data/b.yaml': grow })).toEqual([
      'data/b.yaml: `grow` stands in two files of data/. Keep one of them.',
    ])
  })

  it('counts no more people than were asked', async () => {
    const yaml =
      'of: 40\nfigures: { grow: { value: 1, count: 41 } }\nquestions: { q1: { question: Q, of: 10, rows: [{ label: A, count: 11 }] } }\n'
    expect(await said({ 'data/a.yaml': yaml })).toEqual([
      'data/a.yaml: `grow` counts 41 of 40. Correct one of the two numbers.',
      'data/a.yaml: `q1` counts 11 of 10. Correct one of the two numbers.',
    ])
  })

  it('names a misspelt key inside of a figure', async () => {
    expect(await said({ 'data/a.yaml': 'figures:\n  grow:\n    valeu: 1\n' })).toEqual([
      'data/a.yaml: `valeu` is not a key that this file can have, so it is passed over. Did you mean `value`?',
      'data/a.yaml: `figures.grow.value` is missing. Add `value:`.',
    ])
  })

  it('is a folder inside of the publication', async () => {
    expect(await said({ data: 'a file' })).toEqual([
      'data: `data` is not a folder that can be read. Put a folder in its place.',
    ])
    const elsewhere = await publicationFolder({ 'a.yaml': SURVEY })
    const root = await publicationFolder({})
    await symlink(elsewhere, join(root, 'data'))
    expect((await readData(root, 'en-GB')).findings).toMatchObject([{ rule: 'path-stays-inside' }])
  })

  const question = (rows: string): Readonly<Record<string, string>> => ({
    'data/a.yaml': `questions:\n  q:\n    question: Q\n    series: [2011, 2012]\n    rows:\n${rows}`,
  })
  const at = async (rows: string) =>
    (await read(question(rows))).findings.map(({ place, message }) => `${place.line}: ${message}`)

  it.each([
    ['      - { label: A }', '6: The row “A” has no number, or more than one.'],
    ['      - { label: A, count: 3, value: 4 }', '6: The row “A” has no number, or more than one.'],
    ['      - { label: A, value: many }', '6: The row “A” has “many”, which is no number.'],
    ['      - { label: A, value: .nan }', '6: The row “A” has “.nan”, which is no number.'],
    ['      - label: A\n        percent: most', '7: The row “A” has “most”, which is no number.'],
    ['      - { label: A, values: [1, 2, 3] }', '6: The row “A” has 3 values, and `series:` has 2 names.'],
    ['      - { label: A, values: [1, many] }', '6: The row “A” has “many”, which is no number.'],
    [
      '      - { label: A, count: 1, at: [3, 2] }\n      - { label: B, count: 1, at: [3, 2] }',
      '7: “B” stands at 3, 2, where “A” stands already.',
    ],
  ])('tells of %s at its line', async (rows, message) => {
    expect(await at(rows)).toEqual([message])
  })

  it('keeps numbers as they were typed, and parts the thousands of counts as the language does', async () => {
    const yaml =
      'questions: { q: { question: Q, rows: [{ label: A, value: 4.50 }, { label: B, value: -3 }, { label: C, count: 12400 }, { label: D, percent: 37.5 }] } }'
    const { value, findings } = await readData(await publicationFolder({ 'data/a.yaml': yaml }), 'de')
    expect(findings).toEqual([])
    expect(value.questions.q?.rows).toMatchObject([
      { count: 4.5, typed: '4.50' },
      { count: -3, typed: '-3' },
      { count: 12_400, typed: '12.400' },
      { count: 37.5, typed: '37.5%', percent: '' },
    ])
  })

  it('knows a value that is left out from nought', async () => {
    const { value, findings } = await read(question('      - { label: A, values: [1, "-"] }'))
    expect(findings).toEqual([])
    expect(value.questions.q?.rows[0]?.values).toEqual([
      { number: 1, typed: '1' },
      { number: undefined, typed: '-' },
    ])
  })
})

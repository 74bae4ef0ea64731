// `:value[…]`: a figure of data/, or a value of publication.yaml, wherever a word can stand.
import { describe, expect, it } from 'vitest'
import type { ParseContext } from '../../scripts/content/parse-context.ts'
import { alignedOffsets } from '../../scripts/content/writing/aligned-offsets.ts'
import { html, parse, parseFile } from './parse.ts'

const FIGURE = { label: 'Want training', sentence: 'want to be trained', source: 's' }
const data: ParseContext['data'] = {
  figures: {
    'want-training': { ...FIGURE, id: 'want-training', value: '62.50%', count: 25, of: 40 },
    walls: { ...FIGURE, id: 'walls', value: '1,200' },
    cost: { ...FIGURE, id: 'cost', value: '£4.50 million' },
    half: { ...FIGURE, id: 'half', value: '60%' },
    odd: { ...FIGURE, id: 'odd', value: 'a*b|c & <d> "e"' },
  },
  questions: {
    q8: {
      id: 'q8',
      question: 'How often?',
      of: 40,
      rows: [
        { label: 'Once a week', note: '', count: 15, percent: '37.50%' },
        { label: 'Never', note: '', count: 4.5, typed: '4.50', percent: '' },
      ],
      source: 's',
    },
    heights: {
      id: 'heights',
      question: 'How high?',
      series: ['2012', 'Late 2013'],
      rows: [
        {
          label: 'North pier',
          note: '',
          count: 3,
          typed: '3.10',
          percent: '',
          values: [
            { number: 3.1, typed: '3.10' },
            { number: 4, typed: '4.00' },
          ],
        },
      ],
      source: 's',
    },
  },
  lists: {},
  percentages: ['62.5', '37.5', '60'],
}

const said = (text: string): string =>
  parse(text, { data })
    .text.map((one) => one.text)
    .join('\n')
const told = (text: string): string[] =>
  parse(text, { data }).findings.map(
    ({ message, mend, place }) => `${place.line}:${place.column} ${message} ${mend}`,
  )

describe('a value', () => {
  it.each([
    [':value[want-training]', '62.50%'],
    [':value[want-training]{as=count}', '25'],
    [':value[want-training]{as="percent"}', '62.50%'],
    [':value[want-training]{as=words}', 'twenty-five'],
    [':value[want-training.of]', '40'],
    [':value[want-training.of]{as=words}', 'forty'],
    [':value[want-training.sentence]', 'want to be trained'],
    [':value[walls]', '1,200'],
    [':value[walls]{as=count}', '1,200'],
    [':value[walls]{as=words}', 'one thousand two hundred'],
    [':value[half]{as=words}', 'sixty per cent'],
    [':value[cost]', '£4.50 million'],
    [':value[q8.Once a week]', '15'],
    [':value[q8.once-a-week]{as=percent}', '37.50%'],
    [':value[q8.Never]', '4.50'],
    [':value[heights.North pier.Late 2013]', '4.00'],
    [':value[publication.date]', '26 July 2013'],
    [':value[ publication.year ]', '2013'],
    [':value[odd]', 'a*b|c & <d> "e"'],
  ])('%s prints %s', (typed, printed) => {
    expect(told(`It is ${typed}.`)).toEqual([])
    expect(said(`It is ${typed}.`)).toBe(`It is ${printed}.`)
  })

  it('computes a share that nobody has typed', () => {
    const counted = { ...FIGURE, id: 'a', value: '25 of 40', count: 25, of: 40 }
    const { text } = parse(':value[a]{as=percent}', { data: { ...data, figures: { a: counted } } })
    expect(text[0]?.text).toBe('62.5%')
  })

  it('begins no list where it begins a line', () => {
    expect(html(':value[growth]{as=count}. That is all.')).toBe('<p>39. That is all.</p>')
  })

  it('stands in headings, tables, captions, labels and attributes', () => {
    const { headings, outline, exhibits, findings } = parse(
      [
        '## What :value[want-training] want',
        '| Of :value[want-training.of] | n |\n|---|---:|\n| all | :value[odd] |',
        '![A pier](pier.jpg "Of :value[publication.year]")',
        ':::callout[In :value[publication.year]]\nText.\n:::',
        ':::quote{by="A speaker in :value[publication.year]"}\nText.\n:::',
      ].join('\n\n'),
      { data },
    )
    expect(findings).toEqual([])
    expect(headings[0]).toMatchObject({ text: 'What 62.50% want', id: 'barriers--what-6250-want' })
    expect(exhibits[0]?.caption).toBe('Of 2013')
    expect(outline.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Of 40', 'a*b|c & <d> "e"', 'In 2013', 'A speaker in 2013']),
    )
  })

  it('stands in title and standfirst', () => {
    const { matter, findings } = parseFile(
      '---\ntitle: ":value[growth] grew"\nstandfirst: Of :value[growth.of] in :value[publication.year].\n---\n\nText.\n',
    )
    expect(findings).toEqual([])
    expect(matter).toMatchObject({ title: '97.5% grew', standfirst: 'Of 40 in 2013.' })
  })

  it('is nothing in code, or behind a backslash', () => {
    expect(html('`:value[growth]`')).toBe('<p><code>:value[growth]</code></p>')
    expect(html('\\:value[growth]')).toBe('<p>:value[growth]</p>')
  })
})

describe('a slip', () => {
  it.each([':values[half]', ':Value[half]', ':value(half)', ':value {half}', ':val[half]'])(
    '%s is read as what was meant, and told',
    (typed) => {
      expect(said(`It is ${typed}.`)).toBe('It is 60%.')
      expect(told(`It is ${typed}.`)).toEqual([expect.stringContaining(':value[half]')])
    },
  )

  it('is none where it names no value', () => {
    expect(html('The sign :values[x] stays.')).toBe('<p>The sign :values[x] stays.</p>')
  })
})

it('leaves the words behind it in their places', () => {
  const written = 'So :value[growth] grew, :value[growth]{as=count} of all'
  const read = 'So 97.5% grew, 39 of all'
  const offsets = alignedOffsets(read, written, 100)
  expect(offsets).toHaveLength(read.length)
  expect(offsets[read.indexOf('grew')]).toBe(100 + written.indexOf('grew'))
  expect(offsets[read.indexOf('of all')]).toBe(100 + written.indexOf('of all'))
})

describe('a value that cannot be put in', () => {
  it.each([
    ['Of :value[want-trainings].', '4:4 There is no value “want-trainings”. Did you mean `want-training`?'],
    [
      'Of :value[publication.dat].',
      '4:4 There is no value “publication.dat”. Did you mean `publication.date`?',
    ],
    ['Of :value[q8.Nevr].', '4:4 There is no value “q8.Nevr”. Did you mean `q8.Never`?'],
    ['Of :value[heights.North pier].', '4:4 There is no value “heights.North pier”. '],
    ['Of :value[constructor].', '4:4 There is no value “constructor”. '],
    ['Of :value[publication.web].', '4:4 There is no value “publication.web”. '],
    ['Of :value[cost]{as=count}.', '4:4 “cost” cannot be printed as count. '],
    ['Of :value[cost]{as=percent}.', '4:4 “cost” cannot be printed as percent. '],
    ['Of :value[want-training]{as=number}.', '4:4 `:value` has an unknown as, “number”. Write as=count'],
    ['Of :value[want-training]{form=count}.', '4:4 `:value` has no attribute `form`. It can have as.'],
  ])('%s is told', (typed, words) => {
    expect(told(typed)).toEqual([expect.stringContaining(words)])
  })

  it('stays as it is typed, and is told at its key in front matter', () => {
    const { matter, findings } = parseFile('---\ntitle: A\nstandfirst: Of :value[grwth].\n---\n\nText.\n')
    expect(matter.standfirst).toBe('Of :value[grwth].')
    expect(findings.map(({ message, place }) => `${place.line} ${message}`)).toEqual([
      '3 There is no value “grwth”.',
    ])
  })
})

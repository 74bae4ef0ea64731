import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkedYaml } from '../../../scripts/ground/yaml/checked-yaml.ts'

const schema = z.strictObject({
  text: z.string().optional(),
  list: z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional(),
  people: z.array(z.strictObject({ name: z.string(), age: z.number().optional() })).optional(),
  named: z
    .record(z.string(), z.strictObject({ value: z.string(), count: z.number().int().optional() }))
    .optional(),
  either: z.union([z.boolean(), z.strictObject({ ring: z.string() })]).optional(),
  switched: z.boolean().default(true),
  size: z.number().optional(),
})

const read = (text: string) =>
  checkedYaml({ text, file: 'a.yaml', firstLine: 1, schema, kind: 'publication' })

const TYPED = [
  '1.10',
  '4.50',
  '007',
  '1e3',
  '0x10',
  '0o17',
  '10:32',
  '2013-07-26',
  'no',
  'Yes',
  'on',
  '1_000',
  '.5',
  '+1',
  '1.',
  '-0',
  'true',
  'False',
  '.inf',
  '.NaN',
  '12345678901234567890',
  '1.0',
  '0.10',
  '00',
]

describe.each(TYPED)('%s, where text is meant', (typed) => {
  it('stays as it was typed', () => {
    expect(read(`text: ${typed}\n`).value?.text).toBe(typed)
    expect(read(`text: ${typed} # a remark\n`).value?.text).toBe(typed)
    expect(read(`{ text: ${typed} }`).value?.text).toBe(typed)
  })

  it('in lists, in maps and in names too', () => {
    expect(read(`list: [a, ${typed}]\n`).value?.list).toEqual(['a', typed])
    expect(read(`list: ${typed}\n`).value?.list).toEqual([typed])
    expect(read(`people:\n  - name: ${typed}\n    age: 7\n`).value?.people).toEqual([{ name: typed, age: 7 }])
    expect(read(`named:\n  ${typed}: { value: ${typed}, count: 2 }\n`).value?.named).toEqual({
      [typed]: { value: typed, count: 2 },
    })
  })
})

describe('where a number, or true or false, is meant', () => {
  it('it is one', () => {
    expect(read('size: 1.50\nswitched: false\neither: true\n').value).toEqual({
      size: 1.5,
      switched: false,
      either: true,
    })
  })

  it('yes and no are true and false', () =>
    expect([read('switched: no\n').value?.switched, read('either: yes\n').value?.either]).toEqual([
      false,
      true,
    ]))

  it('text is none, and the mend says how to write it', () => {
    const [one] = read('size: 1,200\n').findings
    expect(one).toMatchObject({ severity: 'error', place: { line: 1 } })
    expect(one?.mend).toBe('Write `1200`, without quotation marks and signs between the digits.')
  })
})

describe('a whole number', () => {
  it.each(['007', '1e3', '0x10', '+5', '12.0', '00'])(
    'that would print otherwise is not taken: %s',
    (typed) => {
      const [one] = read(`named: { a: { value: b, count: ${typed} } }\n`).findings
      expect(one).toMatchObject({ severity: 'error', place: { line: 1 } })
      expect(one?.mend).toBe(`Write \`${Number(typed)}\`, in digits alone.`)
    },
  )

  it.each(['0', '7', '1200'])('is one as it stands: %s', (typed) =>
    expect(read(`named: { a: { value: b, count: ${typed} } }\n`).value?.named?.a?.count).toBe(Number(typed)),
  )
})

describe('no value', () => {
  it.each(['~', 'null', 'Null', 'NULL', ''])('%j is as if the key were not there, with an info', (typed) => {
    const { value, findings } = read(`size: 1\ntext: ${typed}\n`)
    expect(value).toEqual({ size: 1, switched: true })
    expect(findings).toMatchObject([
      { rule: 'front-matter-is-filled-in', severity: 'info', place: { line: 2 } },
    ])
  })

  it('is left out of a list', () => {
    const { value, findings } = read('list:\n  - a\n  - ~\n  - b\n')
    expect(value?.list).toEqual(['a', 'b'])
    expect(findings).toMatchObject([{ severity: 'info', place: { line: 3 } }])
  })

  it('is text in quotation marks', () => expect(read("text: '~'\n").value?.text).toBe('~'))
})

describe('what breaks a text, in the words of whoever wrote it', () => {
  const said = (text: string) => read(text).findings.map(({ place, message }) => `${place.line}: ${message}`)

  it.each([
    ['text: "A\nsize: 1\n', '1: This cannot be read: the quotation mark of line 1 is not closed.'],
    ["size: 1\ntext: 'A\nlist: b\n", '2: This cannot be read: the quotation mark of line 2 is not closed.'],
    [
      'people:\n  - name: "A\n    age: 1\n',
      '2: This cannot be read: the quotation mark of line 2 is not closed.',
    ],
    ['list:\n  - "a\n  - b\n', '2: This cannot be read: the quotation mark of line 2 is not closed.'],
    ['text: "A\nlist: "b"\n', '1: This cannot be read: the quotation mark of line 1 is not closed.'],
  ])('%j', (text, expected) => expect(said(text)).toEqual([expected]))

  it('an apostrophe that ends a quotation', () =>
    expect(said("text: 'It's here'\n")[0]).toContain(
      "ends behind `'It'`, and more follows. Within it, write it twice ('')",
    ))

  it.each([
    [
      'text: A\nsize: 1\ntext: B\n',
      '3: This cannot be read: the key `text` stands in it twice, on lines 1 and 3: keep one of them.',
    ],
    [
      'people:\n  - name: A\n    name: B\n',
      '3: This cannot be read: the key `name` stands in it twice, on lines 2 and 3: keep one of them.',
    ],
    [
      'people:\n  - name: A\n  - name: B\n    age: 1\n    name: C\n',
      '5: This cannot be read: the key `name` stands in it twice, on lines 3 and 5: keep one of them.',
    ],
    [
      'named: { a: { value: x, value: y } }\n',
      '1: This cannot be read: the key `value` stands in it twice, on lines 1 and 1: keep one of them.',
    ],
  ])('%j', (text, expected) => expect(said(text)).toEqual([expected]))

  it.each([
    ['named: { a: { value: b, count: 1,200 } }\n', 'named.a.count', 'Write `1200`'],
    ['named: { a: { value: 1,200, count: 3 } }\n', 'named.a.value', 'Write `1200`'],
    ['named: { a: { value: so, it is, count: 3 } }\n', 'named.a.value', "`'so, it is'`"],
  ])('a comma within braces: %j', (text, key, mend) => {
    const findings = read(text).findings.filter(({ severity }) => severity === 'error')
    expect(findings).toHaveLength(1)
    expect(findings[0]?.message).toContain(`\`${key.split('.').at(-1)}\` is cut at a comma`)
    expect(findings[0]?.mend).toContain(mend)
  })

  it('says nothing by a warning of the process', async () => {
    const told: string[] = []
    const listen = (warning: Error): void => void told.push(warning.message)
    process.on('warning', listen)
    expect(said('text: {{ title }}\n')).toEqual(['1: `text` must be text.'])
    expect(read('text: {{ title }}\n').findings[0]?.mend).toContain('another program fills in')
    await new Promise((done) => setImmediate(done))
    process.off('warning', listen)
    expect(told).toEqual([])
  })
})

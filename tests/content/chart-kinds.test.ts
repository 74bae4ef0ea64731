// Each kind of chart as its example writes it, and maps of tiles whose data cannot be.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { KINDS } from '../../scripts/ground/drawing/kinds/kinds.ts'
import { checkedPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const PUBLICATION = 'title: T\nlanguage: en-GB\nstyle: none\ncontact: papers@example.org\n'

const found = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const { findings } = await checkedPublication(
    await publicationFolder({ 'publication.yaml': PUBLICATION, ...files }),
  )
  return findings.map(({ place, rule, message }) => `${place.file}:${place.line} ${rule} ${message}`)
}

describe('the example of a kind of chart', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    '%s is as a check wants it',
    async (_, { example, inData }) => {
      const data = inData === undefined ? {} : { 'data/wards.yaml': inData }
      expect(await found({ 'chapters/01-a.md': `# A\n\n${example}\n`, ...data })).toEqual([])
    },
  )

  it('is drawn in the handbook of the very data that it shows', () => {
    const inData = KINDS.flatMap((kind) => kind.inData ?? [])
    expect(inData).toEqual([readFileSync('docs/data/wards.yaml', 'utf8')])
  })
})

describe('a map of tiles', () => {
  const map = (rows: string) => ({
    'chapters/01-a.md': '# A\n\n:::chart{kind=tiles data=wards title="T"}\n:::\n',
    'data/wards.yaml': `source: Here\nquestions:\n  wards:\n    question: Q\n    rows:\n${rows}`,
  })

  it('has no two tiles in one place', async () => {
    const rows = '      - { label: A, count: 1, at: [1, 1] }\n      - { label: B, count: 1, at: [1, 1] }\n'
    expect(await found(map(rows))).toEqual([
      'data/wards.yaml:7 publication-is-complete “B” stands at 1, 1, where “A” stands already.',
    ])
  })

  it('leads to places that are there', async () => {
    const rows = '      - { label: A, count: 1, at: [1, 1], link: chapters/02-b.md }\n'
    const findings = await found(map(rows))
    expect(findings.map((one) => one.replace(/ This link.*/, ''))).toEqual([
      'data/wards.yaml:6 link-resolves',
    ])
  })

  it('leads to no program', async () => {
    const rows = '      - { label: A, count: 1, at: [1, 1], link: "javascript:alert(1)" }\n'
    expect(await found(map(rows))).toEqual([expect.stringMatching(/^data\/wards\.yaml:6 link-is-safe /)])
  })

  it('is told where it is too wide', async () => {
    const rows = '      - { label: A, count: 1, at: [11, 1] }\n'
    expect(await found(map(rows))).toEqual([
      expect.stringContaining('chapters/01-a.md:3 directive-is-complete `:::chart` has “A” at 11, 1.'),
    ])
  })
})

describe('the map of the paper', () => {
  it('counts the case studies that are there', () => {
    const { questions } = parse(readFileSync('data/councils.yaml', 'utf8')) as {
      questions: { councils: { rows: { label: string; count: number; link?: string }[] } }
    }
    const studies = readdirSync('case-studies')
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => {
        const [, council] = /^council: (.*)$/m.exec(readFileSync(`case-studies/${name}`, 'utf8')) ?? []
        return { file: `case-studies/${name}`, council }
      })
    const { rows } = questions.councils
    for (const { label, count, link } of rows) {
      const own = studies.filter(({ council }) => council === label)
      expect([label, count, link]).toEqual([label, own.length, own[0]?.file])
    }
    const labels = rows.map(({ label }) => label)
    expect(
      studies.filter(({ council }) => council !== 'regional' && !labels.includes(council ?? '')),
    ).toEqual([])
  })
})

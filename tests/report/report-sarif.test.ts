import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv-draft-04'
import { describe, expect, it } from 'vitest'
import type { LocatedFinding } from '../../scripts/report/locate-findings.ts'
import { reportSarif } from '../../scripts/report/report-sarif.ts'
import { jsonWithoutCommands } from '../../scripts/report/workflow-commands.ts'
import { ruleIds } from '../../scripts/rules/rules.ts'
import { located } from './located.ts'
import { commandsIn } from './runner.ts'

const isSarif = new Ajv.default({
  strict: false,
  logger: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema)
const helpUri = (id: string) => `https://example.org/rules#${id}`
const run = (findings: readonly LocatedFinding[], refusal = '') => {
  const log = reportSarif(findings, {
    version: '0.1.0',
    home: 'paper/publication.yaml',
    helpUri,
    refusal,
  })
  isSarif(log)
  expect(isSarif.errors).toBeNull()
  return JSON.parse(jsonWithoutCommands(log)).runs[0]
}
interface Printed {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly partialFingerprints: { readonly primaryLocationLineHash: string }
}

const fingerprint = (...given: Parameters<typeof located>) =>
  run([located(...given)]).results[0].partialFingerprints.primaryLocationLineHash

const RANGE = { line: 3, column: 5, endLine: 3, endColumn: 7 }

describe('SARIF', () => {
  it('is what the schema of the standard asks for, for every rule', () => {
    const { tool, results } = run(ruleIds.map((rule) => located({ rule })))
    expect(tool.driver.rules).toHaveLength(ruleIds.length)
    expect(
      results.map(({ ruleId, ruleIndex }: Printed) => tool.driver.rules[ruleIndex].id === ruleId),
    ).not.toContain(false)
    for (const { help, fullDescription } of tool.driver.rules)
      expect(`${help.text}${fullDescription.text}`).not.toContain('undefined')
  })

  it('of nothing is a run without results', () => {
    expect(run([])).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] })
  })

  it('is refused by that schema when it is something else', () =>
    expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false))

  it('says rule, level, what is wrong, how to mend it, and where', () => {
    const { results, tool, columnKind } = run([
      located({
        severity: 'warning',
        message: 'This is wrong.',
        mend: 'Mend it.',
        path: 'a b/ü#1.md',
        range: RANGE,
      }),
    ])
    expect(columnKind).toBe('utf16CodeUnits')
    expect(tool.driver).toMatchObject({
      name: 'whitepaper',
      rules: [
        {
          id: 'image-has-alt',
          shortDescription: { text: 'Image has alt.' },
          helpUri: 'https://example.org/rules#image-has-alt',
          defaultConfiguration: { level: 'error' },
        },
      ],
    })
    expect(results).toMatchObject([
      {
        ruleId: 'image-has-alt',
        ruleIndex: 0,
        level: 'warning',
        message: { text: 'This is wrong. Mend it.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a%20b/%C3%BC%231.md', uriBaseId: 'SRCROOT' },
              region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 7 },
            },
          },
        ],
      },
    ])
  })

  it('shows what stands in no file at publication.yaml, for GitHub takes none without a place', () => {
    const [one] = run([located({ path: '', range: undefined, place: { page: 12 } })]).results
    expect(one.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'paper/publication.yaml', uriBaseId: 'SRCROOT' },
      region: { startLine: 1 },
    })
    expect(one.message.text).toContain('(page 12 of the PDF)')
    expect(one.properties).toEqual({ page: 12 })
  })

  it('offers a mend that a program can make', () => {
    const fix = { start: 8, end: 10, was: '  ', becomes: ' ' }
    expect(run([located({ fix, range: RANGE })]).results[0].fixes[0].artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'chapters/01-one.md', uriBaseId: 'SRCROOT' },
        replacements: [
          {
            deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 7 },
            insertedContent: { text: ' ' },
          },
        ],
      },
    ])
  })

  it('offers none where the file has become another', () =>
    expect(
      run([located({ fix: { start: 0, end: 2, was: 'no', becomes: '' } })]).results[0].fixes,
    ).toBeUndefined())

  it('says that it came to no end', () =>
    expect(run([], 'There is no browser.').invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'There is no browser.' } }],
      },
    ]))

  it('holds no link of the publication', () =>
    expect(
      run([located({ message: 'See [this](https://example.org) [1].', mend: 'Mend.' })]).results[0].message
        .text,
    ).toBe('See \\[this\\](https://example.org) [1]. Mend.'))

  it('holds no command of the older form', () => {
    const log = reportSarif([located({ message: '##[add-path]/tmp' })], {
      version: '1',
      home: 'p',
      helpUri,
      refusal: '',
    })
    const text = jsonWithoutCommands(log)
    expect(commandsIn(text)).toEqual([])
    expect(JSON.parse(text)).toEqual(log)
  })
})

describe('a fingerprint', () => {
  it('stays when the line moves or is indented, and is another for another line, file or rule', () => {
    const [one, ...same] = [3, 70].map((line) => fingerprint({ lineText: 'A ![](x.jpg)', range: { line } }))
    expect(same).toEqual([one])
    expect(fingerprint({ lineText: '   A  ![](x.jpg)' })).toBe(one)
    expect(fingerprint({ lineText: 'B ![](x.jpg)' })).not.toBe(one)
    expect(fingerprint({ lineText: 'A ![](x.jpg)', path: 'b.md' })).not.toBe(one)
    expect(fingerprint({ lineText: 'A ![](x.jpg)', rule: 'link-resolves' })).not.toBe(one)
  })

  it('counts what is alike', () => {
    const all = run([located(), located(), located({ lineText: 'x' })]).results.map(
      ({ partialFingerprints }: Printed) => partialFingerprints.primaryLocationLineHash,
    ) as string[]
    expect(new Set(all).size).toBe(3)
    expect(all[1]).toMatch(/:2$/)
  })
})

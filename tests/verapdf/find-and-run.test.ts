// Programs that stand in for veraPDF: what it may answer, without Java.
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findVerapdf, type Verapdf } from '../../scripts/verapdf/find-verapdf.ts'
import { runVerapdf } from '../../scripts/verapdf/run-verapdf.ts'
import { publicationFolder } from '../support/publication-folder.ts'

/** A program that writes `output` and ends with `code`. */
async function program(output: string, code = 0): Promise<Verapdf> {
  const folder = await publicationFolder({})
  const path = join(folder, 'verapdf')
  await writeFile(join(folder, 'output'), output)
  await writeFile(
    path,
    `#!/bin/sh\ncat '${join(folder, 'output')}'\necho 'java.lang.Error: it broke' >&2\nexit ${code}\n`,
  )
  await chmod(path, 0o755)
  return { program: path, before: [] }
}

const rule = (ruleStatus: string) => ({
  ruleStatus,
  specification: 'ISO 14289-1:2014',
  clause: '7.18.5',
  testNumber: 2,
  failedChecks: 2,
  description: 'A link has an alternate description',
  checks: [{ status: 'failed', context: 'root/document[0]/pages[0]', errorMessage: 'No Contents' }],
})

const report = (...jobs: readonly object[]): string =>
  JSON.stringify({
    report: { buildInformation: { releaseDetails: [{ id: 'apps', version: '1.30.2' }] }, jobs },
  })

const job = (name: string, ...rules: readonly object[]) => ({
  itemDetails: { name, size: 1 },
  validationResult: [
    {
      profileName: 'PDF/UA-1 validation profile',
      compliant: rules.length === 0,
      details: { passedChecks: 5, failedChecks: rules.length, ruleSummaries: rules },
    },
  ],
})

describe('findVerapdf', () => {
  it('says where it is not', async () => {
    const cache = await publicationFolder({})
    expect(await findVerapdf({ given: '', cache })).toEqual({
      missing: { problem: 'is-not-installed' },
    })
    expect(await findVerapdf({ given: '/nowhere/verapdf.jar', cache })).toEqual({
      missing: { problem: 'is-not-there', path: '/nowhere/verapdf.jar' },
    })
  })

  it('takes a program that was named', async () => {
    const { program: path } = await program('')
    expect(await findVerapdf({ given: path, cache: '' })).toEqual({ program: path, before: [] })
  })
})

describe('runVerapdf', () => {
  it('reads the verdict on each file, by its name, though veraPDF ends with 1', async () => {
    const tool = await program(report(job('/b.pdf'), job('/a.pdf', rule('FAILED'), rule('PASSED'))), 1)
    const { version, verdicts } = await runVerapdf(tool, ['/a.pdf', '/b.pdf'])
    expect(version).toBe('1.30.2')
    expect(
      verdicts.map(({ file, profiles }) => [file, profiles[0]?.name, profiles[0]?.failures.length]),
    ).toEqual([
      ['/a.pdf', 'PDF/UA-1', 1],
      ['/b.pdf', 'PDF/UA-1', 0],
    ])
    expect(verdicts[0]?.profiles[0]?.failures[0]).toEqual({
      rule: '7.18.5-2',
      clause: '7.18.5',
      standard: 'ISO 14289-1:2014',
      says: 'No Contents',
      count: 2,
      places: ['root/document[0]/pages[0]'],
    })
  })

  it('passes on why a file could not be read', async () => {
    const exceptionMessage = "Exception: Couldn't parse stream caused by exception: no startxref"
    const tool = await program(
      report({ itemDetails: { name: '/a.pdf' }, taskException: { exceptionMessage } }),
    )
    const { verdicts } = await runVerapdf(tool, ['/a.pdf'])
    const silence = { problem: 'could-not-read-file', said: 'no startxref' }
    expect(verdicts).toEqual([{ file: '/a.pdf', profiles: [], silence }])
  })

  it.each([
    ['nothing', '', 'java.lang.Error: it broke'],
    ['another form', '{"version": 2}', 'not in the form'],
    ['half a report', '{"report": {', 'not in the form'],
  ])('throws when it answers with %s', async (_, output, words) => {
    await expect(runVerapdf(await program(output, 2), ['/a.pdf'])).rejects.toThrow(words)
  })

  it.each(['', '{"report": {'])('does not wait for ever once it has said “%s”', async (said) => {
    const folder = await publicationFolder({
      wait: `#!/bin/sh\nprintf %s '${said}'\nexec tail -f /dev/null\n`,
    })
    await chmod(join(folder, 'wait'), 0o755)
    const tool = { program: join(folder, 'wait'), before: [] }
    await expect(runVerapdf(tool, ['/a.pdf'], 200)).rejects.toThrow('it took longer than')
  })
})

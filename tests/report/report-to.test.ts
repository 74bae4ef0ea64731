import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { type Report, reportTo } from '../../scripts/report/report-to.ts'
import { finding } from '../../scripts/rules/finding.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { commandsIn } from './runner.ts'

async function told(given: Partial<Report>, environment: Record<string, string> = {}) {
  const [out, log] = [new PassThrough(), new PassThrough()]
  await reportTo({ out, log }, environment, {
    form: 'text',
    quiet: false,
    all: false,
    folders: [await publicationFolder({ 'publication.yaml': 'title: A paper\n' })],
    version: '0.1.0',
    findings: [finding('image-has-alt', { file: '::error::a.md', line: 1 }, { picture: '##[add-mask]a' })],
    report: undefined,
    failed: true,
    refusal: undefined,
    summary: 'Nothing was written · 1 error',
    ...given,
  })
  return { out: String(out.read() ?? ''), log: String(log.read() ?? '') }
}

it.each(['json', 'sarif'] as const)(
  '%s alone goes to standard output, and nothing else anywhere',
  async (form) => {
    const { out, log } = await told({ form })
    expect(Object.keys(JSON.parse(out))).toEqual(
      form === 'json' ? ['findings'] : ['$schema', 'version', 'runs'],
    )
    expect(log).toBe('')
    expect(commandsIn(out)).toEqual([])
  },
)

it('text goes to the log; on GitHub nothing in it is a command', async () => {
  expect(await told({})).toMatchObject({ out: '', log: expect.stringMatching(/^::error::a\.md:1 {2}error/) })
  const { log } = await told({}, { GITHUB_ACTIONS: 'true' })
  expect(commandsIn(log)).toEqual([])
  expect(log).toMatch(/Nothing was written · 1 error\n$/)
})

it('the form for GitHub marks findings, and fills the summary of the job where there is one', async () => {
  const path = join(await publicationFolder({}), 'summary.md')
  const { log } = await told({ form: 'github' }, { GITHUB_STEP_SUMMARY: path, GITHUB_BASE_REF: 'main' })
  expect(commandsIn(log)).toEqual(['error'])
  expect(log).toContain('Which lines this change touches is not known: git knows nothing of this folder.')
  expect(await readFile(path, 'utf8')).toMatch(/^## Not fit to be published\n\n- Nothing was written/)
})

it('folds many findings, shows each with --all, and holds all in JSON', async () => {
  const findings = Array.from({ length: 41 }, (_, index) =>
    finding(
      'link-says-where',
      { file: `chapters/0${1 + (index % 3)}-a.md`, line: index + 1 },
      { words: 'here' },
    ),
  )
  const lines = async (given: Partial<Report>) =>
    (await told({ findings, quiet: true, ...given })).log.split('\n').filter((line) => /^\S/.test(line))
  expect(await lines({})).toEqual([
    'warning  link-says-where  41 times in 3 files: chapters/01-a.md:1, chapters/01-a.md:4, chapters/01-a.md:7, …',
    '--all shows each of the 41.',
  ])
  expect(await lines({ all: true })).toHaveLength(41)
  expect(await lines({ findings: findings.slice(1) })).toHaveLength(40)
  const { out } = await told({ findings, form: 'json' })
  expect(JSON.parse(out).findings).toHaveLength(41)
})

it('other forms leave the summary of the job alone', async () => {
  const path = join(await publicationFolder({}), 'summary.md')
  await told({}, { GITHUB_STEP_SUMMARY: path })
  await expect(readFile(path)).rejects.toThrow('ENOENT')
})

it('a missing browser is told with its mend, after the findings', async () => {
  const refusal = { says: 'There is no browser.', mend: 'Install one.' }
  expect((await told({ refusal })).log).toMatch(/whitepaper: There is no browser\.\n {4}Install one\.\n$/)
  const { out } = await told({ refusal, form: 'sarif' })
  expect(JSON.parse(out).runs[0].invocations[0].executionSuccessful).toBe(false)
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { program } from '../scripts/commands/program.ts'
import { publicationFolder } from './support/publication-folder.ts'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly needs?: string | readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: { readonly name: string }
  readonly if?: string
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': string }
  readonly jobs: Readonly<Record<string, Job>>
}

const workflowAt = (file: string): Workflow => parse(readFileSync(file, 'utf8')) as Workflow
const OURS = workflowAt('.github/workflows/paper.yml')
const STARTER = workflowAt('templates/init/github/workflows/paper.yml')
const stepsOf = (workflow: Workflow): readonly Step[] =>
  Object.values(workflow.jobs).flatMap((job) => job.steps)
const runsOf = (job: Job | undefined): readonly string[] => (job?.steps ?? []).map(({ run = '' }) => run)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const commands = program.commands.map((one) => one.name())

/** What more than reading the repository a job may do, and only then when. */
const MORE_RIGHTS: Readonly<Record<string, { rights: object; only: string }>> = {
  website: { rights: { pages: 'write', 'id-token': 'write' }, only: "github.event_name == 'push'" },
  release: { rights: { contents: 'write' }, only: "github.event_name == 'release'" },
  'code-scanning': {
    rights: { actions: 'read', contents: 'read', 'security-events': 'write' },
    only: "vars.CODE_SCANNING == 'on'",
  },
}

describe.each([
  ['of this repository', OURS],
  ['of a new publication', STARTER],
] as const)('the workflow %s', (_, workflow) => {
  const steps = stepsOf(workflow)
  const jobs = Object.entries(workflow.jobs)

  it('runs once for a commit: on the main branch, for a pull request, for a release', () => {
    expect(workflow.on).toMatchObject({
      push: { branches: expect.arrayContaining(['main']) },
      pull_request: null,
      release: { types: ['published'] },
    })
    expect(workflow.on).not.toHaveProperty('pull_request_target')
    expect(workflow.on.push).not.toHaveProperty('tags')
  })

  it('ends the run of an earlier commit of a pull request, and none of what is published', () => {
    expect(workflow.concurrency.group).toMatch(/^paper-\$\{\{ github\.ref \}\}$/)
    expect(workflow.concurrency['cancel-in-progress']).toMatch(
      /^\$\{\{ github\.event_name == 'pull_request' \}\}$/,
    )
  })

  it('may read the repository; what writes is a job of its own, which no pull request starts', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    for (const [name, { permissions, if: when }] of jobs) {
      expect(permissions, name).toEqual(MORE_RIGHTS[name]?.rights)
      if (permissions) expect(when, name).toContain(MORE_RIGHTS[name]?.only)
    }
  })

  it('runs nothing of the repository where it may write', () => {
    for (const name of ['website', 'release'])
      expect(
        workflow.jobs[name]?.steps.flatMap(({ uses = [] }) => uses),
        name,
      ).not.toEqual(expect.arrayContaining([expect.stringMatching('checkout')]))
  })

  it('waits only for jobs that there are, and for none of them for ever', () => {
    for (const [name, { needs = [], 'timeout-minutes': minutes }] of jobs) {
      expect(minutes, name).toBeGreaterThan(0)
      for (const other of [needs].flat()) expect(workflow.jobs, name).toHaveProperty(other)
    }
  })

  it('uses actions of GitHub, by their major version', () => {
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^(?:actions|github)\/[\w/-]+@v\d+$/)
  })

  it('leaves no right to write in the files that are checked out', () => {
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))
    expect(checkouts.length).toBeGreaterThan(0)
    for (const one of checkouts) expect(one.with).toMatchObject({ 'persist-credentials': false })
    expect(workflow.jobs.paper?.steps[0]?.with).toMatchObject({ 'fetch-depth': 2 })
  })

  it('puts nothing of an event into a command', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{')
  })

  it('has no secret but the token of its own run', () => {
    expect(JSON.stringify(workflow)).not.toContain('secrets.')
  })

  it('keeps what builds remember from run to run, by the libraries that made it, and none of it for a release', () => {
    const { env, steps: inOrder = [] } = workflow.jobs.paper ?? {}
    const at = (part: RegExp): number =>
      inOrder.findIndex(({ uses = '', run = '' }) => part.test(uses) || part.test(run))
    const kept = inOrder[at(/^actions\/cache@/)]
    expect(at(/^actions\/cache@/)).toBeGreaterThan(at(/npm ci/))
    expect(at(/(?:npm run -s|whitepaper) build/)).toBeGreaterThan(at(/^actions\/cache@/))
    const { key, 'restore-keys': earlier } = (kept?.with ?? {}) as Record<string, string>
    expect(key).toMatch(
      /^remembered-.*hashFiles\([^)]*'package-lock\.json'\) \}\}-\$\{\{ github\.run_id \}\}/,
    )
    expect(key?.startsWith(earlier ?? 'none')).toBe(true)
    expect(kept?.if).toContain("github.event_name != 'release'")
    expect(env?.FRESH).toContain("github.event_name == 'release' && '--no-cache'")
    for (const run of runsOf(workflow.jobs.paper))
      for (const line of run.split('\n'))
        if (/(?:npm run -s (?:build|docs)|whitepaper build)\b/.test(line) && !line.includes('../before'))
          expect(line).toContain('$FRESH')
  })

  it('checks, builds and reads back, with findings on their lines, and keeps the PDF', () => {
    const runs = runsOf(workflow.jobs.paper).join('\n')
    for (const name of ['check', 'build', 'verify'])
      expect(runs).toMatch(new RegExp(`(?:npm run -s|whitepaper) ${name}\\b.*--report github`))
    const [kept] = steps.filter(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'))
    expect(kept?.with?.path).toContain('dist/*.pdf')
  })

  it('publishes the website that was built, and the PDFs under the name of their release', () => {
    const { website, release, paper } = workflow.jobs
    const kept = paper?.steps.find(({ uses = '' }) => uses.startsWith('actions/upload-pages-artifact@'))
    expect(kept).toMatchObject({ if: expect.stringContaining("== 'push'"), with: { path: 'dist/site' } })
    expect(website?.environment?.name).toBe('github-pages')
    expect(website?.if).toContain('github.event.repository.default_branch')
    expect([website?.needs, release?.needs].map((needs) => [needs].flat()[0])).toEqual(['paper', 'paper'])
    expect(release?.steps.at(-1)).toMatchObject({
      run: expect.stringMatching(/^gh release upload "\$TAG" paper\/\*\.pdf/),
      env: { TAG: expect.stringContaining('github.event.release.tag_name') },
    })
  })
})

describe('the workflow of this repository', () => {
  it('runs only scripts that there are', () => {
    const named = stepsOf(OURS).flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name),
    )
    expect(named.length).toBeGreaterThan(4)
    for (const name of named) expect(scripts, name).toHaveProperty([name ?? ''])
  })

  it('has all tests run where the program changed, and nothing published when they fail', () => {
    expect(runsOf(OURS.jobs.tests)).toContain('npm run test:all')
    // A job that was ended at its time limit is `cancelled`, and one behind a failed one is `skipped` unless it says
    // otherwise.
    expect(OURS.jobs.tests).toMatchObject({
      needs: 'changes',
      if: expect.stringContaining("!cancelled() && needs.changes.outputs.program != 'false'"),
    })
    expect(OURS.jobs.website).toMatchObject({
      needs: ['paper', 'tests'],
      if: expect.stringContaining(`contains(fromJSON('["success", "skipped"]'), needs.tests.result)`),
    })
    expect(OURS.jobs.release?.if).not.toMatch(/cancelled|always/)
    expect(OURS.jobs.release?.needs).toEqual(['paper', 'tests'])
  })
})

describe('the workflow of a new publication', () => {
  it('runs only commands that there are, of the program that was installed and of no other', () => {
    const named = stepsOf(STARTER).flatMap(({ run = '' }) =>
      [...run.matchAll(/\bwhitepaper (\S+)/g)].map(([, name]) => name),
    )
    expect(named.length).toBeGreaterThan(2)
    expect(commands).toEqual(expect.arrayContaining(named))
    for (const { run = '' } of stepsOf(STARTER))
      if (run.includes('npx')) expect(run).toMatch(/^npx --no whitepaper /)
  })
})

describe('the tests of the program', () => {
  const { run = '' } = OURS.jobs.changes?.steps.at(-1) ?? {}
  const CASES: readonly (readonly [changed: readonly string[], expected: 'true' | 'false'])[] = [
    [['chapters/01-a.md'], 'false'],
    [['case-studies/21-schön.md', 'case-studies/a b.jpg', 'publication.yaml', 'data/a.csv'], 'false'],
    [['chapters/01-a.md', 'scripts/cli.ts'], 'true'],
    [['docs/chapters/01-first-paper.md'], 'true'],
    [['package.json'], 'true'],
    [['templates/publication.yaml.md'], 'true'],
  ]

  it.each(CASES)('%j: run %s', async (changed, expected) => {
    const { root, first } = await repository(changed)
    expect(answer(root, first)).toBe(`program=${expected}\n`)
  })

  it.each(['', 'unknown', '0'.repeat(40)])(
    'run where it is not known what was there before: %j',
    async (before) => {
      const { root } = await repository(['chapters/01-a.md'])
      expect(answer(root, before)).toBe('program=true\n')
    },
  )

  function answer(root: string, before: string): string {
    const output = join(root, '.git', 'output')
    execFileSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
      cwd: root,
      env: { ...process.env, BEFORE: before, GITHUB_OUTPUT: output },
      stdio: 'pipe',
    })
    return readFileSync(output, 'utf8')
  }
})

/** Two commits, and which was the first. */
async function repository(changed: readonly string[]): Promise<{ root: string; first: string }> {
  const root = await publicationFolder({ 'README.md': 'A' })
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: root,
      encoding: 'utf8',
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'one')
  const first = git('rev-parse', 'HEAD').trim()
  for (const file of changed) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), 'B')
  }
  git('add', '.')
  git('commit', '--quiet', '--message', 'two')
  return { root, first }
}

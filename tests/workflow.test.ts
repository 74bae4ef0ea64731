import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, string>>
}

interface Job {
  readonly env?: Readonly<Record<string, string>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly if?: string
  readonly steps: readonly Step[]
}

const TEXT = readFileSync('.github/workflows/paper.yml', 'utf8')
const workflow = parse(TEXT) as {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<'paper' | 'code-scanning', Job>>
}
const jobs = Object.values(workflow.jobs)
const steps = jobs.flatMap((job) => job.steps)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

describe('the workflow', () => {
  it('runs the two commands of the README', () => {
    const runs = workflow.jobs.paper.steps.map(({ run }) => run ?? '')
    expect(runs).toContain('npm ci')
    expect(runs).toContain('npm test')
    expect(runs.some((run) => /npm run (?:-s )?build\b.*--report github/.test(run))).toBe(true)
  })

  it('runs only scripts that there are', () => {
    const named = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name),
    )
    expect(named.length).toBeGreaterThan(4)
    for (const name of named) expect(scripts, name).toHaveProperty([name ?? ''])
  })

  it('may read the repository and nothing else; only code scanning, which is off at first, may write its findings', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    for (const job of jobs) {
      if (!job.permissions) continue
      expect(job.permissions).toEqual({ actions: 'read', contents: 'read', 'security-events': 'write' })
      expect(job.if).toContain("vars.CODE_SCANNING == 'on'")
    }
  })

  it('uses actions by their major version, and brings the history that changed lines need', () => {
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/)
    const [checkout] = workflow.jobs.paper.steps
    expect(checkout?.with).toMatchObject({ 'fetch-depth': 2 })
  })

  it('keeps what builds remember from run to run, by the libraries that made it, and none of it for a tag', () => {
    const { env, steps } = workflow.jobs.paper
    const at = (part: string): number =>
      steps.findIndex(({ uses = '', run = '' }) => uses.startsWith(part) || run.startsWith(part))
    const [restored, built, saved, tested] = [
      'actions/cache/restore@',
      'npm run -s build',
      'actions/cache/save@',
      'npm test',
    ].map(at)
    expect(restored).toBeGreaterThan(at('npm ci'))
    expect(built).toBeGreaterThan(restored!)
    expect(saved).toBeGreaterThan(built!)
    expect(tested).toBeGreaterThan(saved!)
    const [before, after] = [steps[restored!]!.with!, steps[saved!]!.with!]
    expect(after).toEqual({ path: before.path, key: before.key })
    expect(before.key).toMatch(
      /^(remembered-.*hashFiles\('package-lock\.json'\) \}\}-)\$\{\{ github\.run_id \}\}/,
    )
    expect(before.key!.startsWith(before['restore-keys']!)).toBe(true)
    expect(steps[saved!]!.if).toContain("github.ref_type != 'tag'")
    expect(env!.FRESH).toContain("github.ref_type == 'tag' && '--no-cache'")
    for (const { run = '' } of steps)
      for (const line of run
        .split('\n')
        .filter((one) => /npm run -s (?:build|docs)\b/.test(one) && !one.includes('../before')))
        expect(line).toContain('$FRESH')
  })

  it('puts nothing of a pull request into a command', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  })
})

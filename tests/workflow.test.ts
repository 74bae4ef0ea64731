import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
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

  it('puts nothing of a pull request into a command', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import type { Reporter, TestModule } from 'vitest/node'

interface Check {
  readonly name: string
  readonly output: string
  readonly passed: boolean
}

/**
 * Closes the run with `N passed, N failed` (`, N skipped`) alone on a line: a run without tests shows. Scripts of
 * package.json that are named run beside the tests, one after the other; one that fails counts as a failed test.
 */
export class CountReporter implements Reporter {
  readonly #scripts: readonly string[]
  #checks: Promise<readonly Check[]> = Promise.resolve([])

  constructor(scripts: readonly string[] = []) {
    this.#scripts = scripts
  }

  onInit(): void {
    this.#checks = runScripts(this.#scripts)
  }

  async onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): Promise<void> {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    )
    const count = (state: string): number => states.filter((one) => one === state).length
    // A file that cannot be loaded has no tests, and an error outside of tests belongs to none: both are failures.
    const broken = modules.filter((module) => module.state() === 'failed' && count('failed') === 0).length
    const unsound = (await this.#checks).filter(({ passed }) => !passed)
    for (const { name, output } of unsound) process.stdout.write(`\nnpm run ${name}\n\n${output}\n`)
    if (unsound.length > 0) process.exitCode = 1
    const failed = count('failed') + broken + errors.length + unsound.length
    const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed${skipped}\n`)
  }
}

async function runScripts(names: readonly string[]): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const name of names) checks.push(await runScript(name))
  return checks
}

function runScript(name: string): Promise<Check> {
  const child: ChildProcess = spawn('npm', ['run', '-s', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      output += piece
    })
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ name, output: message, passed: false }))
    child.on('close', (status) => resolve({ name, output, passed: status === 0 }))
  })
}

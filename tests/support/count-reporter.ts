import type { Reporter, TestModule } from 'vitest/node'

/** Closes the run with `N passed, N failed` (`, N skipped`) alone on a line: a run without tests shows. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    )
    const count = (state: string): number => states.filter((one) => one === state).length
    // A file that cannot be loaded has no tests, and an error outside of tests belongs to none: both are failures.
    const broken = modules.filter((module) => module.state() === 'failed' && count('failed') === 0).length
    const failed = count('failed') + broken + errors.length
    const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed${skipped}\n`)
  }
}

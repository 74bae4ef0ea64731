import { defineConfig } from 'vitest/config'
import { CountReporter } from './tests/support/count-reporter.ts'
import { forksThatTell } from './tests/support/forks-that-tell.ts'
import { SlowFirst } from './tests/support/slow-first.ts'

export default defineConfig({
  // The libraries as users have them: by itself the runner takes builds that check every step they take.
  ssr: { resolve: { conditions: ['node'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    // Two cores: more browsers at once would only wait for each other.
    maxWorkers: 2,
    pool: forksThatTell,
    // Files share what they load, for loading the program a hundred times takes a sixth of the whole run.
    isolate: false,
    // To read what was compiled by an earlier run is a third of the start of the next.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/compiled-tests' },
    // For the test that sees memory come free: set while threads run, as a flag of V8 can be, it may end the process.
    execArgv: ['--expose-gc'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A second, as the runner has it by itself, is short on a machine that is busy with other work.
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ['tests/support/each-file.ts'],
    sequence: { sequencer: SlowFirst },
    reporters: ['default', new CountReporter()],
  },
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { CountReporter } from './tests/support/count-reporter.ts'
import { forksThatTell } from './tests/support/forks-that-tell.ts'
import { SlowFirst } from './tests/support/slow-first.ts'

/**
 * pdf.js replaces Array.prototype.push, among others, for all that runs in the same process, and makes it many times slower there: the
 * files of tests that open a PDF with it by themselves get a process each.
 */
const ALONE = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('tests', name))
  .filter((path) => /from 'pdfjs-dist\//.test(readFileSync(path, 'utf8')))

const settings = {
  pool: forksThatTell,
  // For the test that sees memory come free: set while threads run, as a flag of V8 can be, it may end the process.
  execArgv: ['--expose-gc'],
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // A second, as the runner has it by itself, is short on a machine that is busy with other work.
  expect: { poll: { timeout: 60_000 } },
  setupFiles: ['tests/support/each-file.ts'],
}

/** The libraries as users have them: by itself the runner takes builds that check every step they take. */
const ssr = { resolve: { conditions: ['node'] } }

export default defineConfig({
  test: {
    // Two cores: more browsers at once would only wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    reporters: ['default', new CountReporter()],
    projects: [
      {
        // Files share what they load, for loading the program a hundred times takes a sixth of the whole run.
        ssr,
        test: {
          ...settings,
          name: 'together',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ALONE,
        },
      },
      { ssr, test: { ...settings, name: 'alone', isolate: true, include: ALONE } },
    ],
  },
})

import { defineConfig } from 'vitest/config'
import { CountReporter } from './tests/support/count-reporter.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: more browsers at once would only wait for each other.
    maxWorkers: 2,
    // Files share what they load, for loading the program a hundred times takes a sixth of the whole run.
    isolate: false,
    setupFiles: ['tests/support/each-file.ts'],
    reporters: ['default', new CountReporter()],
  },
})

// What `npm test` runs: beside the tests, so that no core waits, types, lint and the order of the rooms.
import { defineConfig } from 'vitest/config'
import { CountReporter } from './tests/support/count-reporter.ts'
import settings from './vitest.config.ts'

export default defineConfig({
  ...settings,
  test: {
    ...settings.test,
    globalSetup: 'tests/support/compile-program.ts',
    reporters: ['default', new CountReporter(['types', 'lint', 'rooms'])],
  },
})

// What `npm test` runs: all but the slow tests, and beside them, so that no core waits, types, lint and the order of
// the rooms.
import { configDefaults, defineConfig } from 'vitest/config'
import { CountReporter } from './tests/support/count-reporter.ts'
import settings from './vitest.config.ts'

export default defineConfig({
  ...settings,
  test: {
    ...settings.test,
    exclude: [...configDefaults.exclude, 'tests/**/*.slow.test.ts'],
    globalSetup: 'tests/support/compile-program.ts',
    reporters: ['default', new CountReporter(['types', 'lint', 'rooms'])],
  },
})

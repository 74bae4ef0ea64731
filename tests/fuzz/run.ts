// `npm run fuzz`: the tests of this folder with ever new texts, and a book with ever new edits.
// `npm run fuzz -- SECONDS SEED`: for how long, and from which seed on.
import { spawnSync } from 'node:child_process'

const [seconds = '300', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
process.stdout.write(`Seed ${seed}\n`)
const tests = ['tests/fuzz', 'tests/e2e/remembered/remembered-builds.slow.test.ts']
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: seconds, FUZZ_SEED: seed },
})
process.exitCode = status ?? 1

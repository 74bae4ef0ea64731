import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const FILES = execFileSync('git', ['ls-files', '*.ts', '*.js', '*.mjs', '*.cjs'], { encoding: 'utf8' })
  .trim()
  .split('\n')
const MOST_COLUMNS = 120

it('no comment is wider than 120 columns: the formatter wraps none', () => {
  const wide = FILES.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (isWide(line) ? [`${file}:${index + 1}`] : [])),
  )
  expect(wide).toEqual([])
})

const isWide = (line: string): boolean =>
  line.length > MOST_COLUMNS && /^\s*(?:\/\/|\/\*|\*) /.test(line.replace('/**', '/*'))

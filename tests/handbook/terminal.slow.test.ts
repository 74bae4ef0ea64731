// What the handbook says that a command prints, it prints.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { firstPaper } from '../../docs/pictures/first-paper.ts'

const work = mkdtempSync(join(tmpdir(), 'whitepaper-terminal-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const CHAPTER = readFileSync('docs/chapters/01-first-paper.md', 'utf8')
const SHOWN = [...CHAPTER.matchAll(/```text\n\$ npx whitepaper (.+)\n([\s\S]*?)\n```/g)].map(
  ([, command = '', answer = '']) => ({ command, answer }),
)
/** The time that each stage took, which a terminal writes over. */
const STAGE = /^[A-Z][\w’ ]+: \d+\.\d s$/

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

function answerOf(root: string, command: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve('bin/whitepaper.mjs'), command], {
    cwd: root,
    encoding: 'utf8',
  })
  const lines = `${stdout}${stderr}`.trimEnd().split('\n')
  return lines.filter((line) => !STAGE.test(line)).join('\n')
}

it('a check of the new paper with two slips, and a build when they are mended, say what is shown', () => {
  const root = firstPaper(work)
  const [study, chapter] = [
    join(root, 'case-studies/01-an-example.md'),
    join(root, 'chapters/01-start-here.md'),
  ]
  change(study, 'council: Our council', 'council: Our counsil')
  change(chapter, '/01-an-example.md)', '/01-an-exmple.md)')
  const checked = { command: 'check', answer: answerOf(root, 'check') }
  change(study, 'council: Our counsil', 'council: Our council')
  change(chapter, '/01-an-exmple.md)', '/01-an-example.md)')
  expect([checked, { command: 'build', answer: answerOf(root, 'build') }]).toEqual(SHOWN)
})

import { expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { start } from './run-whitepaper.ts'

const paperOf = (text: string) =>
  publicationFolder({
    'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
    'chapters/01-one.md': `# One\n\n${text}\n`,
  })

async function shown(text: string, ...more: readonly string[]) {
  const running = start('site', '--root', await paperOf(text), '--port', '0', ...more)
  await running.says('Shown at http://127.0.0.1:')
  process.kill(running.pid, 'SIGTERM')
  return running.ended
}

it('a website is shown as a draft, errors and all', async () => {
  expect((await shown('![Nowhere](nowhere.jpg)', '--draft')).stderr).toContain('nowhere.jpg')
})

it('a website is shown on this machine until the command is ended', async () => {
  const { status, stderr } = await shown('Text.')
  expect(status).toBe(0)
  expect(stderr).toMatch(/Shown at http:\/\/127\.0\.0\.1:\d+\/ /)
})

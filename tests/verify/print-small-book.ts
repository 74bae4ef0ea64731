// Prints the fixture anew: `npx tsx tests/verify/print-small-book.ts`, after a change to its document or to the
// browser.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printPages } from '../../scripts/print/print-pages.ts'
import { startRenderers } from '../../scripts/print/renderers.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { smallDocument } from './small-book-document.ts'

const folder = new URL('../fixtures/verify-small-book/', import.meta.url)
const cache = process.env.WHITEPAPER_CACHE ?? (await mkdtemp(join(tmpdir(), 'print-small-book-')))
const browser = await startRenderers({ cache })
try {
  const {
    pieces,
    html: _html,
    ...rest
  } = await printPages(smallDocument, { ...settingsOf(), cache }, browser)
  const { bytes } = pieces[0]!
  await writeFile(new URL('printed.pdf', folder), bytes)
  await writeFile(new URL('printed.json', folder), `${JSON.stringify(rest, null, 2)}\n`)
  process.stdout.write(
    `${bytes.length} bytes, ${rest.pageMap.total} pages, ${rest.findings.length} findings\n`,
  )
  for (const finding of rest.findings) process.stdout.write(`${JSON.stringify(finding)}\n`)
} finally {
  await browser.close()
  if (!process.env.WHITEPAPER_CACHE) await rm(cache, { recursive: true, force: true })
}

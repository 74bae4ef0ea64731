// The least that any pipeline on these parts can take: Markdown through bare unified, one bare tagged print. It numbers
// nothing, links nothing between files, mends nothing and checks nothing. A process of its own, so that start-up
// counts.
//   node --import tsx bench/baseline.ts <book> <style sheet> <cache> <pdf>
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { startBrowser } from '../scripts/print/start-browser.ts'

const [book = '', styleSheet = '', cache = '', pdf = ''] = process.argv.slice(2)
await printBare()

async function printBare(): Promise<void> {
  const named = process.env.WHITEPAPER_BROWSER
  const starting = startBrowser({ cache, ...(named ? { browser: named } : {}) })
  starting.catch(() => {}) // Reported where it is awaited.
  const html = await bareHtml()
  const browser = await starting
  try {
    const page = await browser.browser.newPage()
    await page.setJavaScriptEnabled(false)
    await page.emulateMediaType('print')
    await page.goto(html, { waitUntil: 'load', timeout: 0 })
    // Asking for a height lays the text out, and only then are fonts asked for; unloaded, they print as nothing.
    await page.evaluate(() => document.body.offsetHeight && document.fonts.ready.then(() => undefined))
    await writeFile(
      pdf,
      await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        timeout: 0,
      }),
    )
  } finally {
    await browser.close()
  }
}

/** As deep in the book as the chapters, so that the addresses of pictures hold. Returns its address. */
async function bareHtml(): Promise<string> {
  const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze()
  const chapters: string[] = []
  for (const file of await listMarkdown()) {
    const text = await readFile(file, 'utf8')
    const fragment = markdown.processSync(text.replace(/^---\n[\s\S]*?\n---\n/, ''))
    // The style sheet's rules for running text are for this class.
    chapters.push(`<section class="flow" style="break-before: page">${fragment}</section>`)
  }
  const styles = await readFile(styleSheet, 'utf8')
  const file = join(book, 'bare', 'bare.html')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(
    file,
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bare</title><style>${styles}</style></head><body>${chapters.join('\n')}</body></html>`,
  )
  return pathToFileURL(file).href
}

async function listMarkdown(): Promise<string[]> {
  const folders = await Promise.all(
    ['chapters', 'case-studies'].map(async (folder) => {
      const names = await readdir(join(book, folder)).catch(() => [])
      return names.filter((name) => name.endsWith('.md')).map((name) => join(book, folder, name))
    }),
  )
  return folders.flat().sort()
}

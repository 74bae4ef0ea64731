// What Pandoc makes of the works and places of tests/fixtures/citations, in each of our styles, written down for
// as-pandoc-has-it.slow.test.ts. Run by hand when a style changes, with Pandoc 3.9 or later:
//
//   npx tsx tests/citations/write-fixtures.ts /path/to/pandoc
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { isElement, textProperty } from '../../scripts/ground/html/change-tree.ts'
import { readHtml, writeHtml } from '../../scripts/ground/html/html-text.ts'
import { normalForm } from './normal-form.ts'
import { FOLDER, lines, STYLES } from './works-and-places.ts'

const [pandoc = 'pandoc'] = process.argv.slice(2)

for (const style of STYLES) {
  const html = execFileSync(
    pandoc,
    [
      '-f',
      'markdown-smart',
      '-t',
      'html',
      '--wrap=none',
      '--citeproc',
      '-M',
      'lang=en-GB',
      '--csl',
      `templates/citations/${style}.csl`,
      '--bibliography',
      `${FOLDER}/works.json`,
    ],
    { input: lines().join('\n\n'), encoding: 'utf8' },
  )
  const found = { citations: citationsIn(html), list: listIn(html) }
  writeFileSync(`${FOLDER}/pandoc/${style}.json`, `${JSON.stringify(found, undefined, 2)}\n`)
}

/** A paragraph each; where they are notes, what the note says. */
function citationsIn(html: string): string[] {
  const notes = new Map(
    [...html.matchAll(/<li id="fn(\d+)"><p>(.*?)<a href="#fnref/gs)].map(([, number = '', words = '']) => [
      number,
      words,
    ]),
  )
  const paragraphs = [...html.matchAll(/^<p><span class="citation"[^>]*>(.*?)<\/span><\/p>$/gms)]
  return paragraphs.map(([, inside = '']) => {
    const note = /id="fnref(\d+)"/.exec(inside)?.[1]
    return normalForm(note === undefined ? inside : (notes.get(note) ?? ''))
  })
}

function listIn(html: string): Record<string, string> {
  const list = readHtml(html).children.find((node) => isElement(node) && node.properties.id === 'refs')
  const entries = isElement(list) ? list.children.filter((node) => isElement(node)) : []
  return Object.fromEntries(
    entries.map((entry) => [
      (textProperty(entry, 'id') ?? '').replace(/^ref-/, ''),
      normalForm(writeHtml(entry.children)),
    ]),
  )
}

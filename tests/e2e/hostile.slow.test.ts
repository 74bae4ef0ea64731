import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { browsersOf, isRunning } from '../print/browser-of-the-tests.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'
import { findingsIn, STACK_TRACE, start, whitepaper } from './run-whitepaper.ts'

const PAPER = {
  'publication.yaml': 'title: A paper\nlanguage: en-GB\nlength: book\n',
  'chapters/01-first.md': '# First\n\nA sentence.\n',
}

const BOMB = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
  .join('\n')}`

/** One file for each thing that may not happen; every finding that it gets. */
const HOSTILE: readonly (readonly [name: string, content: string | Uint8Array, ...rules: string[]])[] = [
  ['broken-yaml', '---\ntitle: A\n\tshort: B\n---\n\nText.\n', 'yaml-is-sound :3'],
  ['javascript', '---js\nmodule.exports = process.exit(7)\n---\n\nText.\n', 'front-matter-is-yaml :1'],
  ['alias-bomb', `---\ntitle: A\n${BOMB}\n---\n\nText.\n`, 'yaml-is-sound :2'],
  ['large', `# A\n\n${'Word '.repeat(500_000)}\n`, 'file-is-small :1'],
  ['deep', `# A\n\n${'> '.repeat(101)}x\n`, 'nesting-is-shallow :3'],
  ['brackets', `# A\n\n${'['.repeat(50_000)}\n`, 'nesting-is-shallow :3'],
  ['utf-16', Buffer.from('\uFEFF# A\n\nText.\n', 'utf16le'), 'file-is-in-utf8 :1'],
  ['binary', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), 'file-is-utf8 :1'],
  ['dos', '\uFEFF---\r\ntitle: A\r\n---\r\n\r\nText.\r\n'],
  ['outside', '# A\n\n![a](../../../etc/hostname)\n', 'path-stays-inside :3'],
  ['remote', '# A\n\n![a](https://example.org/a.png)\n', 'image-is-local :3'],
  ['renamed', '# A\n\n![a](01-broken-yaml.md)\n', 'image-is-picture :3'],
  ['script', '# A\n\nText.\n\n<script>alert(1)</script>\n', 'html-is-allowed :5'],
  ['frame', '# A\n\nText.\n\n<iframe src="https://example.org"></iframe>\n', 'html-can-be-printed :5'],
  ['style', '# A\n\nText.\n\n<style>@import "https://example.org"</style>\n', 'html-is-allowed :5'],
  ['base', '# A\n\nText.\n\n<base href="https://example.org/">\n', 'html-is-allowed :5'],
  [
    'run',
    '# A\n\n[Run](javascript:alert(1)) and [read](file:///etc/passwd)\n',
    'link-is-safe :3',
    'link-is-safe :3',
  ],
  ['nowhere', '# A\n\n[Here and there]()\n', 'link-resolves :3'],
  ['prototype', '# A\n\n:::chart{data=constructor kind=counts title="A"}\n:::\n', 'directive-is-complete :3'],
  [
    'liquid',
    '---\ntitle: "{{ publication }} {% include \'../publication.yaml\' %}"\n---\n\nText {% raw %}.\n',
    'markup-is-understood :5',
  ],
]

describe.concurrent('hostile texts', () => {
  it('get the findings that they deserve, and nothing runs or breaks', async () => {
    const names = HOSTILE.map(([name], index) => `chapters/${String(index + 1).padStart(2, '0')}-${name}.md`)
    const files = HOSTILE.map(([, content], index) => [names[index]!, content] as const)
    const root = await publicationFolder({
      'publication.yaml': PAPER['publication.yaml'],
      ...Object.fromEntries(files),
    })
    await symlink('/etc/hostname', join(root, 'chapters/98-link.md'))
    await symlink('98-link.md', join(root, 'chapters/99-gone.md'))
    const ended = await whitepaper('check', '--root', root, '--report', 'json')
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 1, stderr: '' })
    const expected = HOSTILE.flatMap(([, , ...rules], index) =>
      rules.map((rule) => rule.replace(' :', ` ${names[index]}:`)),
    )
    const links = ['98-link', '99-gone'].map((name) => `path-stays-inside chapters/${name}.md:1`)
    expect(findingsIn(ended)).toEqual([...expected, ...links].sort())
  })

  it('that no font can draw are named, once a script', async () => {
    const root = await publicationFolder({
      ...PAPER,
      'chapters/01-first.md':
        '# Words\n\n中 and 文 in a sentence.\n\nม in another, ไทย.\n\n漢 in a third.\n\n☃ 😀 ★ א م ⅓ can be drawn.\n',
    })
    const ended = await whitepaperHere('build', '--root', root, '--report', 'json')
    expect(ended.status).toBe(1)
    expect(findingsIn(ended)).toEqual(
      [3, 5].map((line) => `characters-can-be-drawn chapters/01-first.md:${line}`),
    )
  })
})

describe.concurrent('hostile templates', () => {
  it('reach no file, no address, and run nothing', async () => {
    const root = await publicationFolder({
      ...PAPER,
      'templates/chapter.liquid':
        '<script>document.body.remove()</script><img src="https://example.org/a.png" alt="x"><h1 id="first" data-src="0:1">First</h1><p data-src="0:3">A sentence.</p>',
      'templates/imprint.liquid': '{% include "../../../../etc/passwd" %}',
      'templates/blank.liquid': '{% for one in (1..1000000000) %}x{% endfor %}',
      'templates/styles/99-own.css':
        '@import "https://example.org/a.css"; p { background: url(file:///etc/passwd) }',
    })
    const ended = await whitepaperHere('build', '--root', root, '--report', 'json')
    expect(ended.status).toBe(1)
    expect(findingsIn(ended)).toEqual([
      'style-stays-inside templates/styles/99-own.css:1',
      'style-stays-inside templates/styles/99-own.css:1',
      'template-renders templates/blank.liquid:1',
      'template-renders templates/imprint.liquid:1',
    ])
    expect(ended.stderr).not.toMatch(STACK_TRACE)
  })
})

describe('a build that is killed', () => {
  it('leaves the last PDF, no browser, and no temporary file', async () => {
    const root = await publicationFolder(PAPER)
    expect((await whitepaperHere('build', '--root', root)).status).toBe(0)
    const pdf = await readFile(join(root, 'dist/a-paper.pdf'))
    for (const moment of ['Composing the pages', 'Finishing the PDF']) {
      const build = start('build', '--root', root)
      await build.says(moment)
      const browsers = browsersOf(build.pid)
      process.kill(build.pid, 'SIGKILL')
      expect((await build.ended).status).toBe(null)
      await vi.waitFor(() => expect(browsers.filter(isRunning)).toEqual([]), { timeout: 60_000 })
      expect(await readdir(join(root, 'dist'))).toEqual([
        'a-paper.pdf',
        'accessibility.json',
        'accessibility.md',
        'report.json',
      ])
      expect(await readFile(join(root, 'dist/a-paper.pdf'))).toEqual(pdf)
    }
  }, 120_000)
})

describe.concurrent('a place that cannot be written to is one clear finding', () => {
  it.each([
    ['a file where the folder should be', 'dist', 'a file stands where a folder should be'],
    ['a folder where the paper should be', 'dist/a-paper.pdf/x', 'a folder stands where the file should be'],
  ])('%s', async (_, file, reason) => {
    const root = await publicationFolder({ ...PAPER, [file]: '' })
    const { status, stderr } = await whitepaperHere('build', '--root', root)
    expect(status).toBe(1)
    expect(stderr).toContain(`The file could not be written: ${reason}.  output-is-written`)
    expect(stderr).not.toMatch(STACK_TRACE)
    expect(await readdir(root)).toEqual(['chapters', 'dist', 'publication.yaml'])
  })
})

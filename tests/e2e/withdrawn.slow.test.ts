// Somebody withdraws: the next build of any edition has nothing of theirs, and dist/ no earlier file that has.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { zipFilesIn } from '../../scripts/ground/archives/zip-files.ts'
import { readPressPages } from '../../scripts/verify/press/read-press.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

const EVENT = 'name: Opening\ndate: 2031-05-04\ntimeZone: Europe/London\n'
const PEOPLE = (state: string) =>
  `- name: Wilhelmina Quince\n  handles: ['@wquince']\n  consent: ${state}\n  when: 2031-05-05\n  contact: wquince@example.org\n- name: Bo Sample\n  consent: given\n`
const MOMENT = (more: string, body: string) =>
  `---\ntime: 2031-05-04 10:32\nkind: post\nconsent: given\nchosen: true\n${more}\n---\n\n${body}\n`
/** What nothing of dist/ may hold: her name, her handle, how to reach her, her words, what her picture shows. */
const GONE = /Quince|wquince|Marmalade for everybody|orange lantern/i

/** A red that no other picture of the paper has. */
const picture = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#d9381e' } })
    .jpeg()
    .toBuffer()

async function paper(): Promise<string> {
  return publicationFolder({
    'publication.yaml': 'title: Opening\nlanguage: en-GB\naccessibility: reported\n',
    'chapters/01-day.md': '# The day\n\nAll of it.\n\n:::moments\n:::\n',
    'launch/event.yaml': EVENT,
    'launch/people.yaml': PEOPLE('given'),
    'launch/story.yaml': '- title: Morning\n  items:\n    - moment: 1032-wquince\n    - moment: 1033-bo\n',
    'launch/moments/1032-wquince.md': MOMENT(
      "author: Wilhelmina Quince\nhandle: '@wquince'\npicture: { file: lantern.jpg, alt: An orange lantern }",
      'Marmalade for everybody!',
    ),
    'launch/moments/1033-bo.md': MOMENT('author: Bo Sample', 'A good day.'),
    'launch/moments/lantern.jpg': await picture(),
  })
}

/** Names in dist/ of whatever holds something of hers. */
async function holding(root: string): Promise<string[]> {
  const dist = join(root, 'dist')
  const names = await readdir(dist, { recursive: true })
  const held = await Promise.all(
    names.map(async (name) => {
      const path = join(dist, name)
      if (GONE.test(name)) return [name]
      if (!(await stat(path)).isFile()) return []
      const bytes = await readFile(path)
      const text = await textOf(name, bytes)
      return GONE.test(text) || (await isHerPicture(name, bytes)) ? [name] : []
    }),
  )
  return held.flat()
}

async function textOf(name: string, bytes: Buffer): Promise<string> {
  if (/\.docx$/.test(name)) {
    const zip = await zipFilesIn(bytes)
    const parts = await Promise.all(zip.names.map(async (one) => `${one} ${await zip.read(one, 10_000_000)}`))
    return parts.join('\n')
  }
  if (/\.pdf$/.test(name)) {
    const { text } = await readBack(bytes)
    // Press files have no tags by which to read them.
    const { pages } = await readPressPages(bytes)
    const drawn = pages.flatMap(({ texts }) => texts.map((one) => one.text))
    return [text.map((one) => one.text).join(' '), drawn.join(' '), ...streamsOf(bytes)].join('\n')
  }
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  return (isPacked ? gunzipSync(bytes) : bytes).toString()
}

/** What is packed in a PDF, where alternatives stand in UTF-16. */
function streamsOf(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1')
  return [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, packed = '']) => {
    try {
      const open = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
      return [open, open.replaceAll('\0', ''), fromHex(open)]
    } catch {
      return []
    }
  })
}

const fromHex = (text: string): string =>
  [...text.matchAll(/<([\dA-F\s]{8,})>/gi)]
    .map(([, hex = '']) => Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1').replaceAll('\0', ''))
    .join(' ')

/** On the website, pictures are files; in a PDF the test of its alternative stands for it. */
async function isHerPicture(name: string, bytes: Buffer): Promise<boolean> {
  if (!/\.(?:jpe?g|webp|avif|png)$/.test(name)) return false
  const { dominant } = await sharp(bytes).stats()
  return dominant.r > 200 && dominant.g < 80 && dominant.b < 60
}

describe('somebody who withdraws', () => {
  let root: string
  const build = (edition: string) => whitepaperHere('build', '--root', root, '--edition', edition)
  beforeAll(async () => {
    root = await paper()
    const { status, stderr } = await build('screen,press,site,word')
    if (status !== 0) throw new Error(stderr)
  })

  it('was in every edition', async () => {
    expect(await holding(root)).toEqual(
      expect.arrayContaining([
        'opening.pdf',
        'opening-press.pdf',
        'opening-review.docx',
        'report.json',
        'site/launch/index.html',
        'site/launch/moments/1032-wquince/index.html',
      ]),
    )
  })

  it('is in no file after the next build of one edition, and what is removed is told', async () => {
    await writeFile(join(root, 'launch/people.yaml'), PEOPLE('withdrawn'))
    const { status, stderr } = await build('screen')
    expect([status, await holding(root)]).toEqual([0, []])
    expect((await readdir(join(root, 'dist'))).filter((name) => /press|docx|^site$/.test(name))).toEqual([])
    for (const name of ['opening-press.pdf', 'opening-review.docx', 'site'])
      expect(stderr).toContain(`\`${name}\` of an earlier build held what may not be shown, and was removed.`)
    expect(stderr).toContain('withdrawn-file-is-removed')
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'has withdrawn consent, and this moment is left out of every edition. It stood at launch/moments/1032-wquince/ on the website, `launch/story.yaml:3`, `chapters/01-day.md:5`.',
    )
  })

  it('is in none after a build of all of them, whatever was remembered', async () => {
    const { status } = await build('screen,press,site,word')
    expect([status, await holding(root)]).toEqual([0, []])
    expect(await readFile(join(root, 'dist/site/launch/index.html'), 'utf8')).toContain('A good day.')
  })

  it('can come back', async () => {
    await writeFile(join(root, 'launch/people.yaml'), PEOPLE('given'))
    await build('site')
    expect(await holding(root)).toContain('site/launch/index.html')
    await writeFile(join(root, 'launch/people.yaml'), PEOPLE('refused'))
    await build('screen')
    expect(await holding(root)).toEqual([])
  })
})

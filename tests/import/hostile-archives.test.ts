// Archives that want more than to be read.
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { photographOf, TWEETS, zipOf } from './make-archives.ts'
import { draftsIn, filesIn, importInto } from './read-drafts.ts'

const EVENT = 'name: Launch\ndate: 2013-07-26\ntimeZone: Europe/London\n'
const publication = () => publicationFolder({ 'launch/event.yaml': EVENT })
const picture = await photographOf()

/** What the drafts say, and what is told. */
async function imported(path: string) {
  const root = await publication()
  const { findings } = await importInto(root, path)
  const told = findings.map(({ rule, message }) => `${rule} ${message}`)
  return { root, drafts: await draftsIn(root), told }
}

const LAUGHS = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};">`).join('')
const DOCTYPE = `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY l0 "ha">${LAUGHS}]>`

describe('entities', () => {
  it.each([
    ['a page', 'page.html'],
    ['a page of XML', 'page.xhtml'],
  ])('of %s are words', async (_, name) => {
    const page = `${DOCTYPE}<html><body><div class="h-entry"><div class="e-content"><p>Full &file; &l30;</p></div></div></body></html>`
    const folder = await publicationFolder({ [name]: page })
    const { drafts } = await imported(join(folder, name))
    expect(drafts.map(({ body }) => body.replaceAll('\\', ''))).toEqual(['Full &file; &l30;'])
  })

  it('of a drawing that is called a photograph are not looked at', async () => {
    const svg = `${DOCTYPE}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&file;&l30;</text></svg>`
    const folder = await publicationFolder({ 'IMG_1.jpg': svg })
    const { drafts, told } = await imported(folder)
    expect([drafts, told]).toEqual([
      [],
      [expect.stringMatching(/^archived-post-is-read .*could not be read/)],
    ])
  })
})

describe('a zip', () => {
  it.each<[what: string, bytes: Buffer, told: RegExp]>([
    ['in a zip is not opened', zipOf({ 'inner.zip': zipOf({ 'tweets.js': TWEETS }) }), /^archive-is-known /],
    [
      'that says it holds 2 GB in a few bytes is refused',
      zipOf({ 'tweets.js': TWEETS }, { 'tweets.js': 2_000_000_000 }),
      /^archive-is-safe .*200 times/,
    ],
    ['with a path of Windows is refused', zipOf({ 'C:\\evil.md': 'A' }), /^archive-is-safe /],
  ])('%s', async (_, bytes, told) => {
    const folder = await publicationFolder({ 'a.zip': bytes })
    const done = await imported(join(folder, 'a.zip'))
    expect(done.told).toEqual([expect.stringMatching(told)])
    expect(await filesIn(done.root)).toEqual(['event.yaml'])
  })
})

describe('a folder', () => {
  it('gives nothing that a link of the file system leads to', async () => {
    const outside = await publicationFolder({ 'secret.jpg': picture, 'more/other.jpg': picture })
    const folder = await publicationFolder({ 'own.jpg': await photographOf() })
    await symlink(join(outside, 'secret.jpg'), join(folder, 'linked.jpg'))
    await symlink(join(outside, 'more'), join(folder, 'linked'))
    const { drafts } = await imported(folder)
    expect(drafts).toHaveLength(1)
  })

  it('gives no picture of a post that is a link to one', async () => {
    const outside = await publicationFolder({ 'secret.jpg': picture })
    const folder = await publicationFolder({ 'data/tweets.js': TWEETS, 'data/tweets_media/x.jpg': picture })
    await symlink(join(outside, 'secret.jpg'), join(folder, 'data/tweets_media/360680000000000001-BQabc.jpg'))
    const { drafts, told } = await imported(folder)
    expect(drafts.filter(({ matter }) => matter.picture !== undefined)).toEqual([])
    expect(told).toContainEqual(expect.stringContaining('is not in the archive'))
  })
})

import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFName } from '@cantoo/pdf-lib'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../scripts/build/publish.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { verifyFile } from '../../scripts/verify/verify-file.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'
import { finish, given } from '../verify/small-book.ts'
import { elements, tamper } from '../verify/tamper.ts'

let sound: Uint8Array
beforeAll(async () => {
  sound = (await finish(given)).bytes
})

/** Without a veraPDF. */
beforeEach(() => {
  vi.stubEnv('WHITEPAPER_VERAPDF', '')
  vi.stubEnv('WHITEPAPER_CACHE', '/nowhere')
})
afterEach(() => vi.unstubAllEnvs())

const verify = (...words: readonly string[]) => whitepaperHere('verify', ...words)

describe('whitepaper verify', () => {
  it('ends with 0 for a sound file, and says that veraPDF was not asked', async () => {
    const folder = await publicationFolder({ 'dist/paper.pdf': sound })
    const { status, stderr } = await verify('--root', folder)
    expect(stderr).toContain('1 file, 13 pages · veraPDF gave no answer: it is not installed')
    expect(status).toBe(0)
  })

  it('ends with 1 where a veraPDF that was named is not there', async () => {
    const folder = await publicationFolder({ 'paper.pdf': sound })
    const { status, stderr } = await verify(join(folder, 'paper.pdf'), '--verapdf', '/nowhere.jar')
    expect(status).toBe(1)
    expect(stderr).toContain('veraPDF gave no answer: there is none at /nowhere.jar.')
  })

  it('names the Markdown line of a fault, by the report that lies beside the file', async () => {
    const harmed = await tamper(sound, (pdf) => {
      elements(pdf, 'Figure')[0]!.delete(PDFName.of('Alt'))
    })
    const pageMap = [
      { anchor: 'one', title: 'One', level: 1, page: 3, folio: '1', file: 'chapters/01-one.md', line: 1 },
      { anchor: 'two', title: 'Two', level: 1, page: 9, folio: '7', file: 'chapters/02-two.md', line: 1 },
    ]
    const report = JSON.stringify({
      output: { file: 'paper.pdf', bytes: harmed.length, sha256: sha256(harmed) },
      pageMap,
    })
    const folder = await publicationFolder({ 'paper.pdf': harmed, 'report.json': report })
    const { status, stdout } = await verify(join(folder, 'paper.pdf'), '--report', 'json')
    expect(status).toBe(1)
    const { findings, files } = JSON.parse(stdout) as { findings: Finding[]; files: object[] }
    expect(files).toMatchObject([{ pages: 13, claims: ['PDF/UA-1', 'PDF/A-2a'], verapdf: null }])
    expect(findings).toMatchObject([
      { rule: 'tagged-pictures-have-alternatives', place: { file: 'chapters/01-one.md', line: 1, page: 4 } },
    ])
  })

  it('ends with 1 and a sentence where there is nothing to verify', async () => {
    const { status, stderr } = await verify('--root', await publicationFolder({}))
    expect(status).toBe(1)
    expect(stderr).toContain('file-can-be-verified')
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('verifyFile', () => {
  const messageOf = async (path: string, limits = {}): Promise<string> => {
    const { findings } = await verifyFile(path, limits)
    expect(findings.map((one) => one.rule)).toEqual(['file-can-be-verified'])
    return findings[0]!.message
  }

  it.each([
    ['noise', () => Buffer.from('no PDF at all'), 'does not begin as a PDF does'],
    ['nothing', () => Buffer.alloc(0), 'does not begin as a PDF does'],
    ['half a file', () => sound.subarray(0, sound.length >> 1), 'its end is missing'],
    [
      'an encrypted file',
      () =>
        Buffer.from(
          Buffer.from(sound)
            .toString('latin1')
            .replace(/\/ID\[/, '/Encrypt 1 0 R/ID['),
          'latin1',
        ),
      'it is encrypted',
    ],
  ])('finds %s', async (_, bytes, words) => {
    const folder = await publicationFolder({ 'a.pdf': bytes() })
    expect(await messageOf(join(folder, 'a.pdf'))).toContain(words)
  })

  it('finds a file of two gigabytes without reading it', async () => {
    const path = join(await publicationFolder({}), 'large.pdf')
    await writeFile(path, '%PDF-1.7\n')
    await truncate(path, 2 * 1024 ** 3) // a hole takes no room on the disk
    const before = process.memoryUsage().rss
    expect(await messageOf(path)).toContain('more than 256 MB')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2)
  })

  it('finds a file that is not there, and a folder', async () => {
    const folder = await publicationFolder({})
    expect(await messageOf(join(folder, 'a.pdf'))).toContain('there is no such file')
    expect(await messageOf(folder)).toContain('it is no file')
  })

  it('gives up a file that takes too long', async () => {
    const folder = await publicationFolder({ 'a.pdf': sound })
    expect(await messageOf(join(folder, 'a.pdf'), { ms: 1 })).toContain('takes longer than')
  })

  it('comes to an end in a tree that bites its tail, and finds it', async () => {
    const circle = await tamper(sound, (pdf) => {
      const [list] = elements(pdf, 'L')
      const kids = list!.lookup(PDFName.of('K'), PDFArray)
      kids.set(0, pdf.catalog.get(PDFName.of('StructTreeRoot'))!)
    })
    const folder = await publicationFolder({ 'a.pdf': circle })
    const { findings } = await verifyFile(join(folder, 'a.pdf'))
    expect(findings.map((one) => one.rule)).toContain('tags-lead-to-content')
  })

  it('says of a PDF of another program what it does not claim', async () => {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const other = await PDFDocument.create()
    other.addPage()
    const folder = await publicationFolder({ 'a.pdf': await other.save() })
    const { findings } = await verifyFile(join(folder, 'a.pdf'))
    expect(findings.map((one) => one.rule)).toEqual(
      expect.arrayContaining(['claims-are-made', 'tags-lead-to-content', 'language-is-told', 'claims-agree']),
    )
  })
})

import { readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, it, vi } from 'vitest'
import { type ImposeOptions, imposeCommand } from '../../scripts/commands/impose.ts'
import { imposeFile } from '../../scripts/commands/impose-file.ts'
import { writePdf } from '../../scripts/pdf/write-pdf.ts'
import { STACK_TRACE, whitepaper } from '../e2e/run-whitepaper.ts'
import { foldSheets, numberedPages, planOf, readSides } from '../pdf/impose/numbered-pages.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { tamper } from '../verify/tamper.ts'

/** The command within this process: what it writes, and its exit status. */
async function impose(file: string, options: ImposeOptions) {
  const written = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((piece) => {
      written[name] += String(piece)
      return true
    }),
  )
  try {
    return { status: await imposeCommand(file, options), ...written }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

describe('whitepaper impose', () => {
  it('writes sheets beside the file, and tells the person at the printer what to do', async () => {
    const bytes = await numberedPages(11)
    const folder = await publicationFolder({ 'paper.pdf': bytes })
    const { status, stderr } = await whitepaper(
      'impose',
      join(folder, 'paper.pdf'),
      '--section',
      '2',
      '--back-cover',
      '--sheet',
      'A4',
    )
    expect(stderr).toContain(
      'paper-booklet.pdf: 11 pages on 3 sheets in 2 sections of 2 and 1; print on both sides, flip on the short edge; fold each section and staple it through the fold; stack the sections in order · no findings',
    )
    expect(status).toBe(0)
    const read = await readSides(await readFile(join(folder, 'paper-booklet.pdf')))
    expect(read[0]?.widthPt).toBeCloseTo((297 * 72) / 25.4, 1)
    expect([...foldSheets(read.slice(0, 4)), ...foldSheets(read.slice(4))]).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 11,
    ])
    expect(Buffer.compare(await readFile(join(folder, 'paper.pdf')), bytes)).toBe(0)
    expect((await readdir(folder)).sort()).toEqual(['paper-booklet.pdf', 'paper.pdf'])
  })

  it('writes proof pages where it is told to, and reports as JSON', async () => {
    const folder = await publicationFolder({ 'paper.pdf': await numberedPages(5) })
    const out = join(folder, 'proof.pdf')
    const options = { layout: 'two-up', out, report: 'json' } as const
    const { status, stdout, stderr } = await impose(join(folder, 'paper.pdf'), options)
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      pages: 5,
      sections: [],
      findings: [],
      output: { bytes: expect.any(Number) },
    })
    expect((await readSides(await readFile(out))).map(({ left, right }) => [left, right])).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
  })

  it('keeps the earlier sheets and ends with 1 where the file cannot be imposed', async () => {
    const folder = await publicationFolder({
      'a.pdf': 'no PDF at all',
      'a-booklet.pdf': 'the earlier sheets',
    })
    const { status, stderr } = await impose(join(folder, 'a.pdf'), {})
    expect(status).toBe(1)
    expect(stderr).toContain('error  This cannot be put on sheets: it does not begin as a PDF does.')
    expect(stderr).toContain('Nothing was written · 1 error')
    expect(stderr).not.toMatch(STACK_TRACE)
    expect(await readFile(join(folder, 'a-booklet.pdf'), 'utf8')).toBe('the earlier sheets')
  })

  it.each([
    [{ sheet: '0x0' }, '`0x0` is no sheet'],
    [{ out: 'link.pdf' }, 'would be written over'],
  ])('ends with 2 and writes nothing for %j', async (options: ImposeOptions, message) => {
    const folder = await publicationFolder({ 'a.pdf': await numberedPages(4) })
    await symlink(join(folder, 'a.pdf'), join(folder, 'link.pdf'))
    const out = options.out && { out: join(folder, options.out) }
    const { status, stderr } = await impose(join(folder, 'a.pdf'), { ...options, ...out })
    expect(stderr).toContain(message)
    expect(status).toBe(2)
    expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'link.pdf'])
  })
})

describe('a file of anybody', () => {
  const problemOf = async (bytes: Uint8Array, limits = {}): Promise<string> => {
    const folder = await publicationFolder({ 'a.pdf': bytes })
    const { findings, bytes: made } = await imposeFile(join(folder, 'a.pdf'), planOf(), limits)
    expect(findings.map(({ rule }) => rule)).toEqual(['file-can-be-imposed'])
    expect(made).toHaveLength(0)
    return `${findings[0]!.message} ${findings[0]!.cause ?? ''}`
  }

  it('that was cut off is found, and not repaired with pages missing', async () => {
    const bytes = await numberedPages(8)
    expect(await problemOf(bytes.subarray(0, bytes.length - 200))).toContain('its end is missing')
  })

  it('that keeps a reader busy is given up', async () => {
    const pdf = await PDFDocument.load(await numberedPages(2))
    let below = pdf.catalog.get(PDFName.of('Pages'))!
    for (let level = 0; level < 40; level++) {
      below = pdf.context.register(pdf.context.obj({ Type: 'Pages', Count: 2, Kids: [below, below] }))
    }
    pdf.catalog.set(PDFName.of('Pages'), below)
    expect(await problemOf(writePdf(pdf.context), { ms: 1000 })).toMatch(
      /could not be read to its end|has no size|damaged/,
    )
  })

  it('that makes gigabytes of a few bytes is given up', async () => {
    const bomb = await tamper(await numberedPages(2), (pdf) => {
      const { context } = pdf
      const data = deflateSync(Buffer.alloc(16 * 1024 * 1024, ' '))
      const blanks = context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), data))
      for (const { node } of pdf.getPages())
        node.set(PDFName.of('Contents'), context.obj(Array(64).fill(blanks)))
    })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await problemOf(bomb)).toContain('more than 256 MB')
  })

  it('that is too large is not read, and one that is not there is told', async () => {
    const folder = await publicationFolder({})
    const path = join(folder, 'large.pdf')
    await writeFile(path, '%PDF-1.7\n')
    await truncate(path, 2 * 1024 ** 3)
    const messageOf = async (file: string) => (await imposeFile(file, planOf())).findings[0]?.message
    expect(await messageOf(path)).toContain('more than 256 MB')
    expect(await messageOf(folder)).toContain('it is no file')
    expect(await messageOf(join(folder, 'none.pdf'))).toContain('there is no such file')
  })
})

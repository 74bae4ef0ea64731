// The real program, where it is installed.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { askVerapdf, faultsOf, whyNoVerapdf } from '../support/verapdf.ts'
import { finish, given } from '../verify/small-book.ts'
import { annotationsOf, elements, tamper } from '../verify/tamper.ts'

describe.skipIf(whyNoVerapdf)(`veraPDF${whyNoVerapdf}`, () => {
  it('finds the small book sound, and the faults that were put into it', async () => {
    const { bytes } = await finish(given)
    const folder = await publicationFolder({})
    const sound = join(folder, 'sound.pdf')
    const broken = join(folder, 'gebrochen ünd.pdf')
    const noise = join(folder, 'noise.pdf')
    await writeFile(sound, bytes)
    await writeFile(noise, 'no PDF at all')
    const harm = await tamper(bytes, (pdf) => {
      elements(pdf, 'Figure')[0]!.delete(PDFName.of('Alt'))
      annotationsOf(pdf, 3)[0]!.delete(PDFName.of('Contents'))
    })
    await writeFile(broken, harm)
    const [first, second, third] = await askVerapdf([sound, broken, noise])
    expect(faultsOf(first!)).toEqual([])
    expect(second?.silence).toBeUndefined()
    const rules = second?.profiles.find(({ name }) => name === 'PDF/UA-1')?.failures.map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['7.18.5-2', '7.3-1']))
    expect(third?.silence).toBeDefined()
  })
})

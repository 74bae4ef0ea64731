import { describe, expect, it } from 'vitest'
import { readData } from '../../../scripts/settings/data.ts'
import { type MadeCell, workbookOf } from '../../support/make-workbook.ts'
import { processorMs } from '../../support/processor-ms.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

describe('a workbook that was made to do harm, or is none', () => {
  it.each([...'<&;_|!'])('reads formats and formulas of 200,000 times %j in time', async (sign) => {
    const many = sign.replace('<', '&lt;').replace('&', '&amp;').repeat(200_000)
    const begun = processorMs()
    const rows: readonly MadeCell[][] = [
      ['a', 'b'],
      ['x', { xml: `<c><f>${many}</f><v>4</v></c>` }],
      [sign.repeat(200_000), { n: 4, format: sign.repeat(200_000) }],
    ]
    const root = await publicationFolder({ 'data/use.xlsx': workbookOf([{ name: '2012', rows }]) })
    await readData(root, 'en-GB')
    expect(processorMs() - begun).toBeLessThan(8000)
  })
})

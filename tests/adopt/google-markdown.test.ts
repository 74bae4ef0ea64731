import { describe, expect, it } from 'vitest'
import { adopted } from './adopted.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGO4CwAA3wDei0DiCAAAAABJRU5ErkJggg=='

const EXPORT = `# **How councils talk** {#how-councils-talk}

1\\. no list, a \\- b, 5 \\> 3, R\\&D, x \\= y \\+ z

## **What it *cost***

![][image1] and ![A wall](data:image/png;base64,${PNG})

| A | B |
| :---- | ----: |
| **c** | \\-1 |

[image1]: <data:image/png;base64,${PNG}>
`

describe('Markdown that Google Docs wrote', () => {
  it('has its pictures as files, once each, and no heading that is bold as a whole', async () => {
    const { files, findings } = await adopted({ 'draft.md': EXPORT }, { only: ['draft.md'] })
    const pictures = Object.keys(files).filter((name) => name.endsWith('.png'))
    expect(pictures).toEqual(['chapters/images/draft-picture-1.png'])
    const text = Object.entries(files).find(([name]) => name.startsWith('chapters/0'))?.[1] ?? ''
    expect(text).not.toContain('data:')
    expect(text).toContain('## What it *cost*')
    expect(text).toContain('[image1]: images/draft-picture-1.png')
    expect(text).toContain('![A wall](images/draft-picture-1.png)')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('keeps bold headings where they are some among others, and leaves code alone', async () => {
    const { files } = await adopted(
      { 'a.md': `# T\n\n## **Bold**\n\n\`\`\`md\n![x](data:image/png;base64,${PNG})\n\`\`\`\n` },
      { only: ['a.md'] },
    )
    const text = Object.values(files).find((one) => one.includes('```md')) ?? ''
    expect(text).toContain('## **Bold**')
    expect(text).toContain('![x](data:image/png')
  })

  it.each(['![', '](data:image/', '[a]:', '# **', '**', '`'])(
    'is read in time when it is 200,000 times %s',
    async (sign) => {
      const begun = performance.now()
      const { heldPictures } = await import('../../scripts/adopt/ways/held-pictures.ts')
      const { plainHeadings } = await import('../../scripts/adopt/ways/plain-headings.ts')
      plainHeadings(heldPictures(`data:image/ ${sign.repeat(200_000)}`, 'a.md').text)
      plainHeadings(`# **${sign.repeat(200_000)}`)
      expect(performance.now() - begun).toBeLessThan(3000)
    },
  )
})

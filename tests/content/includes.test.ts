// The text of a file in another: its words, its links and pictures, and where what is found of it is told.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { includesIn } from '../../scripts/content/includes/includes-in.ts'
import { checkedPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const YAML = 'title: A paper\nlanguage: en-GB\nstyle: gov-uk\n'
const checked = async (files: Record<string, string | Uint8Array>) => {
  const made = await checkedPublication(await publicationFolder({ 'publication.yaml': YAML, ...files }))
  if (!('book' in made)) throw new Error('There is no book')
  return made
}
const told = async (files: Record<string, string>): Promise<string[]> => {
  const { findings } = await checked(files)
  return findings.map(({ rule, place, message }) => `${place.file}:${place.line} ${rule} ${message}`)
}
const PICTURE = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#789' } })
  .jpeg()
  .toBuffer()

describe('an included text', () => {
  it('stands where it is asked for, with its notes, links and pictures', async () => {
    const { book, findings } = await checked({
      'chapters/01-a.md':
        '# A\n\nBefore.[^1]\n\n:::include{file=../parts/method.md}\n:::\n\n## After\n\nBehind.\n\n[^1]: First.\n',
      'chapters/02-b.md': '# B\n\nText.\n',
      'parts/method.md':
        '## Method\n\nWe asked.[^m] See [the next](../chapters/02-b.md) and [above](#method).\n\n![A wall](images/wall.jpg "The wall")\n\n:::include{file=more/rest.md}\n:::\n\n[^m]: Second.\n',
      'parts/more/rest.md': 'The rest of it.\n',
      'parts/images/wall.jpg': PICTURE,
    })
    expect(findings).toEqual([])
    const [a] = book.chapters
    expect(a?.text.map(({ text }) => text)).toEqual([
      'Before.',
      'First.',
      'Method',
      'We asked. See the next and above.',
      'Second.',
      'The wall',
      'The rest of it.',
      'After',
      'Behind.',
    ])
    expect(a?.images.map(({ file }) => file)).toEqual(['parts/images/wall.jpg'])
    expect(a?.included).toEqual(['parts/method.md', 'parts/more/rest.md'])
  })

  it('has notes that are told apart from those around it, by file and line', async () => {
    expect(
      await told({
        'chapters/01-a.md': '# A\n\nA.[^1]\n\n:::include{file=../parts/b.md}\n:::\n\n[^1]: One.\n',
        'parts/b.md': 'B.[^1]\n\n[^1]: Two.\n',
      }),
    ).toEqual([
      expect.stringMatching(/^chapters\/01-a\.md:8 .* in line 3 of `parts\/b\.md` as “Two\.”, and here/),
    ])
  })

  it('is told of at its own lines, and so is what stands behind it', async () => {
    const { findings } = await checked({
      'chapters/01-a.md': '# A\n\n::include{file="b.txt"}\n\nWe utilise it.\n',
      'chapters/b.txt': '---\ntitle: B\n---\n\nSee [that](nowhere.md).\n\nWe utilise it.\n\n![](wall.jpg)\n',
    })
    expect(findings.map(({ rule, place }) => `${place.file}:${place.line} ${rule}`)).toEqual(
      expect.arrayContaining([
        'chapters/b.txt:1 include-is-found',
        'chapters/b.txt:5 link-resolves',
        'chapters/b.txt:7 words-are-plain',
        'chapters/b.txt:9 image-has-alt',
        'chapters/b.txt:9 image-exists',
        'chapters/01-a.md:5 words-are-plain',
      ]),
    )
    expect(findings.every(({ place }) => (place.line ?? 1) < 10)).toBe(true)
  })

  it('has every word accounted for', async () => {
    const lost = await told({
      'chapters/01-a.md': '# A\n\n:::include{file=b.txt}\n:::\n',
      'chapters/b.txt': 'Text.\n\n| a | b |\n|---|---|\n| c | d | lost words |\n',
    })
    expect(lost.join('\n')).toMatch(/chapters\/b\.txt:5 .*lost words/)
  })

  it('is the same for other tools', async () => {
    for (const spelt of [
      '{{< include b.txt >}}',
      '--8<-- "b.txt"',
      '```{include} b.txt\n```',
      ':::include{b.txt}',
    ]) {
      const { book, findings } = await checked({
        'chapters/01-a.md': `# A\n\n${spelt}\n\nEnd.\n`,
        'chapters/b.txt': 'Middle.\n',
      })
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
      expect(book.chapters[0]?.text.map(({ text }) => text)).toEqual(['Middle.', 'End.'])
    }
  })

  it('is no stranger in the folder of the texts', async () => {
    expect(
      await told({
        'chapters/01-a.md': '# A\n\n:::include{file=parts/b.md}\n:::\n',
        'chapters/parts/b.md': 'Text.\n',
      }),
    ).toEqual([])
  })
})

describe('what cannot be included is told', () => {
  it.each([
    ['a file that is not there', '{file=c.txt}', 'There is no file `chapters/c.txt` to include.'],
    ['no file', '', '`:::include` names no file to include.'],
    ['a file beyond the publication', '{file=../../b.txt}', 'asks for a file beyond this publication.'],
    ['a moment', '{file=../launch/moments/a.md}', 'asks for a file of launch day'],
    ['an address', '{file="https://example.org/b.md"}', 'asks for a file beyond this publication.'],
    [
      'itself',
      '{file=01-a.md}',
      'These files include each other, without an end: chapters/01-a.md → chapters/01-a.md.',
    ],
  ])('%s', async (_, attributes, message) => {
    const found = await told({
      'chapters/01-a.md': `# A\n\nText.\n\n:::include${attributes}\n:::\n`,
      'parts/b.txt': 'Text.\n',
    })
    expect(found).toEqual([expect.stringContaining(`chapters/01-a.md:5 include-is-found `)])
    expect(found[0]).toContain(message)
  })

  it('in a circle of two, at the second', async () => {
    expect(
      await told({
        'chapters/01-a.md': '# A\n\nText.\n\n:::include{file=../parts/b.txt}\n:::\n',
        'parts/b.txt': 'Words.\n\n:::include{file=../chapters/01-a.md}\n:::\n',
      }),
    ).toEqual([expect.stringContaining('parts/b.txt:3 include-is-found')])
  })

  it('more than ten deep', async () => {
    const files = Array.from({ length: 12 }, (_, n) => [
      `parts/n${n}.txt`,
      `:::include{file=n${n + 1}.txt}\n:::\n`,
    ])
    const found = await told({
      'chapters/01-a.md': '# A\n\nText.\n\n:::include{file=../parts/n0.txt}\n:::\n',
      ...Object.fromEntries(files),
    })
    expect(found).toEqual([expect.stringContaining('parts/n9.txt:1 include-is-found')])
  })
})

describe('lines that ask for a file', () => {
  it('are none in code', () => {
    expect(includesIn('```\n:::include{file=a.md}\n:::\n```\n\n~~~md\n{{< include a.md >}}\n~~~')).toEqual([])
  })

  it('end with their block, or by themselves', () => {
    const lines = includesIn(':::include{file=a.md}\n\n:::\n\n::include{file=b.md}\n:::note\nText.\n:::')
    expect(lines.map(({ first, last, file }) => [first, last, file])).toEqual([
      [0, 2, 'a.md'],
      [4, 4, 'b.md'],
    ])
  })
})

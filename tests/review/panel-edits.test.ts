// What reviewers change in the panel “At a glance” of the Word file that is made is changed in the front matter.
import { afterAll, describe, expect, it } from 'vitest'
import { readMarkdown } from '../../scripts/content/markdown/processor.ts'
import { zipBytes } from '../../scripts/ground/archives/zip-bytes.ts'
import { readWordFile } from '../../scripts/review/read-word-file.ts'
import { reviewTexts } from '../../scripts/review/review-texts.ts'
import { publicationFolder, removeFolders } from '../support/publication-folder.ts'
import { wordOf } from '../word/make-word-of.ts'

const FILE = 'case-studies/01-bank.md'
const STUDY = `---
title: The bank at Gull Sands
council: Marram
summary: A bank was built.
began: April 2013
place: Gull Sands
people:
  - name: Ada Example
    role: the forum
  - { name: Bo Example, role: the forum }
channels: [letters, "meetings"]
figures:
  - value: 1,600
    label: metres of bank
  - value: '12'
    label: 'gates'
outcome: It held.
---

It was built in a year.
`
const FILES = {
  'publication.yaml':
    'title: Banks\npublisher: Marram Forum\nlanguage: en-GB\ndate: 2025-09-01\ncouncils: [Marram]\nchannels: [letters, meetings]\n',
  [FILE]: STUDY,
}

const made = await wordOf(await publicationFolder(FILES))
afterAll(removeFolders)

async function reviewed(was: string, becomes: string) {
  const parts = [...made.parts].map(([name, content]) => {
    if (name !== 'word/document.xml') return { name, content }
    const text = content.toString('utf8')
    expect(text).toContain(was)
    const at = text.lastIndexOf(was)
    return { name, content: text.slice(0, at) + becomes + text.slice(at + was.length) }
  })
  const texts = Object.entries(FILES).map(([file, text]) => ({ file, text }))
  return reviewTexts({
    back: await readWordFile(Buffer.from(zipBytes(parts))),
    sent: await readWordFile(Buffer.from(made.bytes)),
    texts,
    read: readMarkdown,
  })
}

describe('an edit in the panel is one of the front matter', () => {
  it.each([
    ['of a text', 'It held.', 'It held well.', 'outcome: It held.', 'outcome: It held well.'],
    ['of a place', '>Gull Sands<', '>Gull Bay<', 'place: Gull Sands', 'place: Gull Bay'],
    ['of a date', 'April 2013', 'May 2013', 'began: April 2013', 'began: May 2013'],
    ['of a name', 'Ada Example, the', 'Ada Exemplar, the', 'name: Ada Example', 'name: Ada Exemplar'],
    [
      'of a post',
      'Bo Example, the forum',
      'Bo Example, the old forum',
      'Bo Example, role: the forum',
      'Bo Example, role: the old forum',
    ],
    ['of a figure', '1,600', '1,700', 'value: 1,600', 'value: 1,700'],
    ['of what was counted', 'gates', 'old gates', "label: 'gates'", "label: 'old gates'"],
    ['of a channel', 'Letters, meetings', 'Letters, gatherings', '"meetings"', '"gatherings"'],
  ])('%s', async (_, was, becomes, before, behind) => {
    const { texts, findings } = await reviewed(was, becomes)
    expect(findings).toEqual([])
    expect(texts.map(({ file, becomes: text }) => [file, text])).toEqual([
      [FILE, STUDY.replace(before, behind)],
    ])
  })

  it('and words of the program’s between two values are told, and left', async () => {
    const { texts, findings } = await reviewed('Ada Example, the', 'Ada Example; the')
    expect(texts).toEqual([])
    expect(findings.map(({ rule }) => rule)).toEqual(['review-change-is-carried'])
  })
})

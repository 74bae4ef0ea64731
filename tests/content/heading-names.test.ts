import { describe, expect, it } from 'vitest'
import { found, parse, parseFile } from './parse.ts'

const names = (body: string): string[] => parse(body).headings.map(({ id }) => id.replace('barriers--', ''))

describe('names of headings', () => {
  it.each([
    ['twice', '## Budget\n\na\n\n## Budget\n\nb', ['budget', 'budget-1']],
    ['thrice, with the third in the way', '## A\n\n## A 1\n\n## A\n\n## A\n\na', ['a', 'a-1', 'a-2', 'a-3']],
    [
      'below others',
      '## 2012\n\n### Budget\n\na\n\n## 2013\n\n### Budget\n\nb',
      ['2012', 'budget', '2013', 'budget-1'],
    ],
    ['in capitals', '## Budget\n\na\n\n## BUDGET\n\nb', ['budget', 'budget-1']],
    ['punctuation', '## Time & money: what (now)?\n\na', ['time--money-what-now']],
    ['code and emphasis', '## The `--root` *flag*\n\na', ['the---root-flag']],
    ['a picture in the sky', '## 🎉 Done\n\na', ['-done']],
    ['only a picture in the sky, twice', '## 🎉\n\na\n\n## 🎊\n\nb', ['section', 'section-1']],
    ['decomposed', '## Cafe\u0301\n\na\n\n## Caf\u00e9\n\nb', ['cafue9', 'cafue9-1']],
    ['an id that its author gave', '## Cost {#budget}\n\na\n\n## Budget\n\nb', ['budget', 'budget-1']],
    ['an id that comes later', '## Budget\n\na\n\n## Cost {#budget}\n\nb', ['budget-1', 'budget']],
    ['a picture of that id', '## Cost\n\n:::figure{#cost}\n![a](b.jpg)\n:::', ['cost-1']],
    [
      'names that we give',
      '## Note 1\n\na[^1]\n\n## Figure 1\n\n![a](b.jpg "c")\n\n[^1]: n',
      ['note-1-section', 'figure-1'],
    ],
  ])('%s', (_, body, expected) => {
    const chapter = parse(body)
    expect(names(body)).toEqual(expected)
    expect(found(chapter).filter((one) => one.startsWith('anchor'))).toEqual([])
    const ids = [...chapter.html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('tell which other place has the plain one', () => {
    const [, second] = parse('## Budget\n\na\n\n## Budget\n\nb').headings
    expect(second).toMatchObject({ id: 'barriers--budget-1', repeats: 'barriers--budget' })
  })

  it('count the title where the text has it as a heading', () => {
    const { headings, aliases } = parseFile('# Budget\n\na\n\n## Budget\n\nb')
    expect(headings[0]).toMatchObject({ id: 'barriers--budget-1', repeats: 'barriers' })
    expect(aliases).toEqual({ budget: 'barriers' })
    expect(parseFile('---\ntitle: Budget\n---\n\n## Budget\n\nb').headings[0]?.id).toBe('barriers--budget')
  })

  it('are known by what GitHub calls them too', () => {
    expect(parse('## Note 1\n\na').aliases).toEqual({ 'note-1': 'barriers--note-1-section' })
    expect(parse('## :rocket: Start\n\na').aliases).toEqual({ 'rocket-start': 'barriers---start' })
  })
})

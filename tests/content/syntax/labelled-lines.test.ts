import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

it('fields of reStructuredText are lines with labels', () => {
  expect(html(':Date: b\n:Version of it: *c*')).toBe('<p>Date: b<br>\nVersion of it: <em>c</em></p>')
  expect(found(parse(':Date: b\n:Version: c'))).toEqual(['markup-is-exact@4', 'markup-is-exact@4'])
  expect(html(':smile: b\n:tada: c')).toBe('<p>😄 b\n🎉 c</p>')
})

describe('lines with labels of their own begin lines of their own', () => {
  it.each([
    'a) b\nb) c',
    'Of:\na) *b*\nb) c\nc) d',
    'i. b\nii. c\niii. d',
    '(1) b\n(2) c',
    '(iv) b\n(v) c'.replace('iv', 'i').replace('v)', 'ii)'),
    'A) b\nB) c',
    '1.1 b\n1.2 c',
    'Of:\n2.3. b\n2.3.1. c\n2.3.2. d\n2.4. e',
    '(@) b\n(@good) c',
    '– b\n– c',
    '— b\n— c',
    'A. Smith\nB. Jones',
    'I. b\nII. c',
    '1.) b\n2.) c',
    '① b\n② c',
    '✓ b\n✗ c',
    '→ b\n→ c',
    'Step 1: b\nStep 2: c',
    'Question 4. b\nQuestion 5. c',
    '§1 b\n§2 c',
    '§ 3. b\n§ 4. c',
    'iv) b\nv) c',
    'o b\no c',
    '1\\. b\n2\\. c',
    'Date: b\nVenue: c',
    '**Date:** b\n**Venue of it**: c',
  ])('%s', (written) => {
    const lines = written.split('\n').length
    for (const set of ['', '> ', '  ']) {
      const text = written.replace(/^/gm, set).replace(/^ {2}/, '- ')
      expect(html(text).match(/<br>/g)).toHaveLength(lines - 1)
      expect(found(parse(text)).filter((one) => one.startsWith('markup'))).toHaveLength(1)
    }
  })

  it.each([
    'a) b\nc) d',
    'B. Smith\nJ. Jones',
    'A. Smith\nC. Jones',
    'said (1) b\nand more',
    'a – b\n– c',
    'In\n(12) b\n(13) c',
    '`a) b\nb) c`',
    '1.1 b\n1.3 c',
    'is\n3.5 b and\n4.6 c',
    'in\n§ 12 b and\n§ 13 c',
    'o b\nand',
    'of\nStep 2: b',
    'Date: b\nand so on',
    'they said: b\nand then: c',
    'Step 1: b\nStep 4 c',
  ])('but not %s', (written) => {
    expect(html(written)).not.toContain('<br>')
  })
})

describe('points that Pandoc counts by itself are those of a list', () => {
  it.each([
    ['#.  b\n#.  c', '<ol> <li>b</li> <li>c</li> </ol>'],
    ['#. b\n\n#. c', '<ol> <li> <p>b</p> </li> <li> <p>c</p> </li> </ol>'],
    ['#. b\n    1. d\n    #. e\n#. c', '<ol> <li>b <ol> <li>d</li> <li>e</li> </ol> </li> <li>c</li> </ol>'],
    ['3. b\n#. c\n#. d', '<ol start="3"> <li>b</li> <li>c</li> <li>d</li> </ol>'],
    ['> #. b\n> #. c', '<blockquote><ol> <li>b</li> <li>c</li> </ol></blockquote>'],
  ])('%s', (written, list) => {
    expect(html(written).trim().replace(/\s+/g, ' ')).toBe(list)
    expect(found(parse(written)).map((one) => one.split('@')[0])).toEqual(['markup-is-exact'])
  })

  it.each(['`#. b`', '    #. b', 'a\nnumber #. b', '\\#. b\n\\#. c', '#.b\n#.c'])('but not %s', (written) => {
    expect(html(written)).not.toContain('<li>')
  })
})

it('does not take points set apart from their labels for rows of a table', () => {
  expect(html('a)  b\nb)  c\nc)  d')).not.toContain('<table')
  expect(html('(i)   b\n(ii)  c\n(iii) d')).not.toContain('<table')
  expect(html('1   b\n2   c\n3   d')).toContain('<table')
})

describe('bullets of an office program make points', () => {
  it.each([
    'o   b\no   c',
    'o\tb\no\tc',
    '·  b\n·  c',
    '➢ b\n➢ c',
    '■ b\n■ c',
    '§\tb\n§\tc',
    '• b\n\n• c',
    '·       b\n\n·       c',
  ])('%s', (written) => {
    expect(html(written).match(/<li>/g)).toHaveLength(2)
    expect(found(parse(written))).toEqual(['markup-is-exact@4'])
  })

  it.each(['o b\no c', '§ 1 b\n§ 2 c', '· b', 'col·lectiu\n·'])('but not %s', (written) => {
    expect(html(written)).not.toContain('<li>')
  })
})

import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import { readHtml, writeHtml } from '../../scripts/ground/html/html-text.ts'
import { setTable } from '../../scripts/pages/set-table.ts'

const set = (rows: string, language = 'en-GB'): string => {
  const table = readHtml(`<table>${rows}</table>`).children[0] as Element
  return writeHtml([setTable(table, language, (text) => /\d [a-z]/i.test(text))])
}

describe('a table on paper', () => {
  it('keeps names at the head of its rows whole, and dates, but no sentence', () => {
    const html = set('<tr><th>Two words</th><td>14 March 2025</td><td>Every month, and after</td></tr>')
    expect(html).toContain('<th class="whole">Two words</th><td class="whole">14 March 2025</td><td>Every')
    expect(set('<tr><td>A sentence that is too long to stay on one line</td></tr>')).not.toContain('whole')
  })

  it('sets numbers of a column under each other by their decimals', () => {
    const rows = ['0.25', '1,240.5', '12'].map((number) => `<tr><td class="n">${number}</td></tr>`).join('')
    expect([...set(`<tbody>${rows}</tbody>`).matchAll(/<td.*?<\/td>/g)].map(([cell]) => cell)).toEqual([
      '<td class="n">0.25</td>',
      '<td class="n" style="--less: 1ch">1,240.5</td>',
      '<td class="n" style="--less: calc(2ch + .25em)">12</td>',
    ])
  })

  it('leaves columns whose numbers count in different things as they are', () => {
    expect(set('<tr><td class="n">1.5%</td></tr><tr><td class="n">2 km</td></tr>')).not.toContain('--less')
  })

  it('knows thousands from decimals by the language', () => {
    const rows = '<tr><td class="n">1,240</td></tr><tr><td class="n">86</td></tr>'
    expect(set(rows)).not.toContain('--less')
    expect(set(rows, 'de-DE')).toContain('--less: calc(3ch + .25em)')
  })
})

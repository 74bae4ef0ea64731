import type { HtmlDocument } from '../../scripts/model/document.ts'
import { buildDocument, type Piece, sentence, sequence } from './build-document.ts'

/** A book of about `chapters` × 12 pages with everything that moves a page break; every block is an anchor. */
export function longDocument(chapters: number, seed = 1, cut?: number): HtmlDocument {
  const next = sequence(seed)
  const names = Array.from({ length: chapters }, (_, index) => `c${index}`)
  const entries = names.map(
    (name) =>
      `<li><a href="#${name}"><span>${sentence(next, 4)}</span> <span class="pg" data-page-of="${name}">000</span></a></li>`,
  )
  const pieces: Piece[] = [
    { id: 'cover', kind: 'full', numbering: 'roman', html: '<div class="sheet"><h1>Cover</h1></div>' },
    {
      id: 'contents',
      numbering: 'roman',
      starts: 'right',
      html: `<h2 id="contents">Contents</h2><ol class="toc">${entries.join('')}</ol>`,
    },
    ...names.flatMap((name) => chapter(name, names, next)),
    { id: 'index', html: `<h2 id="index">Index</h2>${indexOf(names)}` },
    { id: 'back-cover', kind: 'full', starts: 'left', html: '<div class="sheet"><p>End</p></div>' },
  ]
  return buildDocument(pieces, cut ? { cut } : {})
}

function chapter(name: string, names: readonly string[], next: () => number): Piece[] {
  const blocks = Array.from({ length: 60 }, (_, index) => block(`${name}--b${index}`, names, next))
  const half = Math.floor(next() * 60)
  const flow = (id: string, part: readonly string[], start: string): Piece => ({
    id,
    section: name,
    starts: next() < 0.5 ? 'right' : 'left-if-two',
    html: start + part.join('\n'),
  })
  const title = `<h2 id="${name}" data-src="0:1">${sentence(next, 5)}</h2>`
  const opener: Piece = {
    id: `${name}-opener`,
    section: name,
    kind: 'full',
    starts: 'right',
    html: `<div class="sheet">${title}</div>`,
  }
  const lying: Piece = {
    id: `${name}-lying`,
    section: name,
    kind: 'landscape',
    html: table(`${name}--wide`, 12, next),
  }
  if (next() < 0.3) return [opener, flow(`${name}-1`, blocks, '')]
  if (next() < 0.3)
    return [flow(`${name}-1`, blocks.slice(0, half), title), lying, flow(`${name}-2`, blocks.slice(half), '')]
  return [flow(`${name}-1`, blocks, title)]
}

function block(id: string, names: readonly string[], next: () => number): string {
  const kind = next()
  if (kind < 0.06) return table(id, 5 + Math.floor(next() * 60), next)
  if (kind < 0.12) return `<h3 id="${id}">${sentence(next, 5)}</h3>`
  if (kind < 0.18) return `<aside class="side" id="${id}">${sentence(next, 6)}</aside>`
  if (kind < 0.26)
    return `<ul>${Array.from({ length: 6 }, () => `<li>${sentence(next, 14)}</li>`).join('')}<li id="${id}">${sentence(next, 30)}</li></ul>`
  if (kind < 0.3)
    return `<div style="break-inside:avoid;height:${40 + Math.floor(next() * 500)}px" id="${id}">box</div>`
  const target = names[Math.floor(next() * names.length)]!
  const link = ` <a href="#${target}">this</a> (page <span class="pg" data-page-of="${target}">000</span>)`
  return `<p id="${id}" data-src="0:${Math.floor(next() * 900) + 2}">${sentence(next, 20 + Math.floor(next() * 120))}${next() < 0.2 ? link : ''}.</p>`
}

function table(id: string, rows: number, next: () => number): string {
  const body = Array.from(
    { length: rows },
    (_, row) =>
      `<tr${row === rows - 1 ? ` id="${id}"` : ''}><td>${sentence(next, 3)}</td><td>${sentence(next, 9)}</td></tr>`,
  )
  return `<table><thead><tr><th>One</th><th>Two</th></tr></thead><tbody>${body.join('')}</tbody></table>`
}

function indexOf(names: readonly string[]): string {
  const entries = names.map((name) => {
    const anchors = [`${name}`, `${name}--b5`, `${name}--b20`, `${name}--b21`, `${name}--b40`].join(' ')
    return `<li>${name} <span class="pgs" data-pages-of="${anchors}"></span></li>`
  })
  return `<ul>${entries.join('')}</ul>`
}

// Asks the index of this website, which Pagefind made, and shows what it answers. Runs in the reader's browser,
// unchanged.
const form = document.querySelector('form.search')
const list = document.querySelector('ol.found')
const status = document.querySelector('p.found')
const root = new URL('..', location.href)
const MOST_SHOWN = 30
let turn = 0

if (form) {
  const field = form.elements.namedItem('q')
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  const index = openIndex()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show(index, field.value)
  })
  field.addEventListener('input', () => show(index, field.value))
  // Only now: what is typed while the index is on its way counts.
  form.hidden = false
  await show(index, field.value)
}

async function openIndex() {
  const pagefind = await import(new URL('pagefind/pagefind.js', root).href)
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 })
  return pagefind
}

/** The latest question wins: answers to earlier ones are dropped. */
async function show(index, written) {
  turn += 1
  const mine = turn
  const words = written.trim()
  const pagefind = await index
  const results = words === '' ? [] : (await pagefind.search(words)).results
  const pages = await Promise.all(results.slice(0, MOST_SHOWN).map((result) => result.data()))
  if (mine !== turn) return
  list.replaceChildren(...pages.map(item))
  status.textContent = words === '' ? '' : sentence(words, pages.length, results.length)
  const address = new URL(location.href)
  if (words === '') address.searchParams.delete('q')
  else address.searchParams.set('q', words)
  history.replaceState(null, '', address)
}

function sentence(words, shown, count) {
  const { none, found, first } = form.dataset
  const text = count === 0 ? none : shown < count ? first : found
  const values = { shown, count, words }
  // One pass and no pattern: what a reader typed is not read for signs of ours.
  return text.replace(/\{(shown|count|words)\}/g, (_, name) => values[name])
}

function item(page) {
  const link = document.createElement('a')
  link.href = page.url
  link.textContent = page.meta.title
  const place = document.createElement('p')
  place.className = 'place'
  place.textContent = page.meta.place ?? ''
  const excerpt = document.createElement('p')
  excerpt.append(...marked(page.excerpt))
  const entry = document.createElement('li')
  entry.append(...(page.meta.place ? [place] : []), link, excerpt)
  return entry
}

/** Pagefind escapes an excerpt and marks the words that were found; only the marks become elements. */
function marked(excerpt) {
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    const text = document.createTextNode(unescaped(part))
    if (index % 2 === 0) return text
    const mark = document.createElement('mark')
    mark.append(text)
    return mark
  })
}

const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

function unescaped(text) {
  return text.replace(/&(#?\w+);/g, (whole, name) => SIGNS[name] ?? whole)
}

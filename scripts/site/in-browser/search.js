// Asks the index of this website, which Pagefind made, and shows what it answers. Runs in the reader's browser, unchanged.
const form = document.querySelector('form.search')
const list = document.querySelector('ol.found')
const status = document.querySelector('p.found')
const root = new URL('..', location.href)
let turn = 0

if (form) {
  form.hidden = false
  const pagefind = await import(new URL('pagefind/pagefind.js', root).href)
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 })
  const field = form.elements.namedItem('q')
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show(pagefind, field.value)
  })
  field.addEventListener('input', () => show(pagefind, field.value))
  await show(pagefind, field.value)
}

/** The latest question wins: answers to earlier ones are dropped. */
async function show(pagefind, written) {
  turn += 1
  const mine = turn
  const words = written.trim()
  const results = words === '' ? [] : (await pagefind.search(words)).results
  const pages = await Promise.all(results.slice(0, 30).map((result) => result.data()))
  if (mine !== turn) return
  list.replaceChildren(...pages.map(item))
  const text = results.length === 0 ? form.dataset.none : form.dataset.found
  status.textContent = words === '' ? '' : text.replace('{count}', results.length).replace('{words}', words)
  const address = new URL(location.href)
  if (words === '') address.searchParams.delete('q')
  else address.searchParams.set('q', words)
  history.replaceState(null, '', address)
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

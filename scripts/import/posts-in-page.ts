// The posts that a saved web page shows: pages of X, and of Twitter as they were until 2020, posts that other pages
// embed, and whatever says of itself by microformats that it is a post (h-entry), as pages of Mastodon do.
import type { Element, Nodes, Root } from 'hast'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'

export interface PagePost {
  readonly service: 'twitter' | 'bluesky' | 'instagram' | 'web-page'
  readonly url: string
  readonly author: string
  readonly handle: string
  /** As the page has it; '' for none. */
  readonly time: string
  readonly text: string
  readonly pictures: readonly { readonly src: string; readonly alt: string }[]
  readonly isFilm: boolean
}

type Is = (element: Element) => boolean

interface Markup {
  readonly is: Is
  readonly read: (element: Element) => PagePost
}

const MARKUPS: readonly Markup[] = [
  { is: (one) => textProperty(one, 'dataTestid') === 'tweet', read: postOfX },
  {
    is: (one) =>
      textProperty(one, 'dataTweetId') !== undefined && textProperty(one, 'dataScreenName') !== undefined,
    read: postOfTwitter,
  },
  { is: isEmbed, read: embeddedPost },
  { is: (one) => hasClass(one, 'h-entry'), read: entryOf },
]

/** In the order of the page. A post within a post is part of it: quoted there. */
export function postsInPage(tree: Root): PagePost[] {
  return all(tree, (element) => MARKUPS.some(({ is }) => is(element)))
    .map((element) => MARKUPS.find(({ is }) => is(element))!.read(element))
    .filter(({ text, pictures, isFilm }) => text !== '' || pictures.length > 0 || isFilm)
}

function postOfX(tweet: Element): PagePost {
  const by = (name: string) => all(tweet, (one) => textProperty(one, 'dataTestid') === name)
  const time = all(tweet, (one) => one.tagName === 'time')[0]
  const link = all(tweet, (one) => /\/status\/\d+/.test(textProperty(one, 'href') ?? ''))
    .map((one) => textProperty(one, 'href') ?? '')
    .find((href) => /^(?:https?:\/\/[^/]+)?\/[^/]+\/status\/\d+$/.test(href))
  const who = by('User-Name')[0]
  const names = who ? all(who, (one) => one.tagName === 'span').map(textOf) : []
  const photos = by('tweetPhoto').flatMap((one) => imagesIn(one))
  const films = all(tweet, (one) => one.tagName === 'video')
  const stills = films.flatMap((one) => {
    const src = textProperty(one, 'poster')
    return src ? [{ src, alt: '' }] : []
  })
  return {
    service: 'twitter',
    url: statusAddress(link ?? ''),
    author: names.find((name) => name !== '' && !name.startsWith('@')) ?? '',
    handle: names.find((name) => /^@\w+$/.test(name)) ?? '',
    time: (time && textProperty(time, 'dateTime')) ?? '',
    text: by('tweetText').map(textOf)[0] ?? '',
    pictures: [...photos.filter(({ src }) => !stills.some((still) => still.src === src)), ...stills],
    isFilm: films.length > 0,
  }
}

const statusAddress = (href: string): string => {
  const [, path] = /^(?:https?:\/\/[^/]+)?(\/[^/]+\/status\/\d+)/.exec(href) ?? []
  return path ? `https://twitter.com${path}` : ''
}

function postOfTwitter(tweet: Element): PagePost {
  const withClass = (...names: readonly string[]) =>
    all(tweet, (one) => names.some((name) => hasClass(one, name)))
  const [name = '', id = ''] = [textProperty(tweet, 'dataScreenName'), textProperty(tweet, 'dataTweetId')]
  const seconds = all(tweet, (one) => textProperty(one, 'dataTime') !== undefined)[0]
  const time = Number(seconds && textProperty(seconds, 'dataTime'))
  const photos = all(tweet, (one) => textProperty(one, 'dataImageUrl') !== undefined)
  return {
    service: 'twitter',
    url: `https://twitter.com/${name}/status/${id}`,
    author: textProperty(tweet, 'dataName') ?? '',
    handle: `@${name}`,
    time: time > 0 && time < 8e9 ? new Date(time * 1000).toISOString() : '',
    text: withClass('tweet-text', 'js-tweet-text').map(textOf)[0] ?? '',
    pictures: photos.map((one) => {
      const src = textProperty(one, 'dataImageUrl') ?? ''
      return { src, alt: imagesIn(one)[0]?.alt ?? '' }
    }),
    isFilm: withClass('AdaptiveMedia-video').length > 0,
  }
}

const EMBEDS = {
  'twitter-tweet': 'twitter',
  'twitter-video': 'twitter',
  'bluesky-embed': 'bluesky',
  'instagram-media': 'instagram',
} as const

function isEmbed(element: Element): boolean {
  return element.tagName === 'blockquote' && Object.keys(EMBEDS).some((name) => hasClass(element, name))
}

/** `<p>words</p>— Name (@name) <a href="…/status/1">July 26, 2013</a>` */
function embeddedPost(quote: Element): PagePost {
  const [name] = Object.keys(EMBEDS).filter((one) => hasClass(quote, one)) as [keyof typeof EMBEDS]
  const links = all(quote, (one) => one.tagName === 'a')
  const last = links.at(-1)
  const paragraphs = all(quote, (one) => one.tagName === 'p').map(textOf)
  const [, author = '', handle = ''] =
    /(?:—|–|shared by)\s*([^()\n]*?)\s*\((@[\w.-]+)\)/.exec(textOf(quote)) ?? []
  const time = all(quote, (one) => one.tagName === 'time')[0]
  const permalink = textProperty(quote, 'dataInstgrmPermalink') ?? (last && textProperty(last, 'href')) ?? ''
  return {
    service: EMBEDS[name],
    url: /^https?:\/\//i.test(permalink) ? permalink.split('?')[0]! : '',
    author,
    handle,
    time: (time && textProperty(time, 'dateTime')) ?? (last ? textOf(last) : ''),
    text: paragraphs[0] ?? '',
    pictures: [],
    isFilm: name === 'twitter-video',
  }
}

/** https://microformats.org/wiki/h-entry */
function entryOf(entry: Element): PagePost {
  const first = (name: string): Element | undefined => all(entry, (one) => hasClass(one, name))[0]
  const [content, author, published, link] = ['e-content', 'p-author', 'dt-published', 'u-url'].map(first)
  const name =
    author &&
    (all(author, (one) => hasClass(one, 'p-name') || hasClass(one, 'display-name__html'))[0] ?? author)
  const url = (link && textProperty(link, 'href')) ?? ''
  return {
    service: 'web-page',
    url: /^https?:\/\//i.test(url) ? url : '',
    author: name ? textOf(name) : '',
    handle: '',
    time: (published && (textProperty(published, 'dateTime') ?? textOf(published))) ?? '',
    text: content ? textOf(content) : '',
    pictures: all(entry, (one) => hasClass(one, 'u-photo')).flatMap((one) =>
      one.tagName === 'img' ? imagesIn(one) : [],
    ),
    isFilm: first('u-video') !== undefined,
  }
}

/** The outermost that are so, in order. Not by calls within calls: pages are as deep as they like. */
function all(tree: Nodes, is: Is): Element[] {
  const found: Element[] = []
  const waiting: Nodes[] = [...('children' in tree ? tree.children : [])].reverse()
  if (isElement(tree) && tree.tagName === 'img' && is(tree)) found.push(tree)
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isElement(node) && is(node)) found.push(node)
    else if ('children' in node) waiting.push(...[...node.children].reverse())
  }
  return found
}

const imagesIn = (element: Element): PagePost['pictures'] =>
  all(element, (one) => one.tagName === 'img').flatMap((one) => {
    const src = textProperty(one, 'src') ?? ''
    const alt = textProperty(one, 'alt') ?? ''
    return src === '' ? [] : [{ src, alt: alt === 'Image' ? '' : alt }]
  })

/** Signs that are drawn as pictures stand in the words. */
function textOf(element: Element): string {
  let text = ''
  const waiting: Nodes[] = [element]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') text += node.value
    if (!isElement(node) || ['script', 'style', 'noscript'].includes(node.tagName)) continue
    if (node.tagName === 'br') text += '\n'
    if (node.tagName === 'p' && text !== '') text += '\n\n'
    if (node.tagName === 'img') text += textProperty(node, 'alt') ?? ''
    waiting.push(...[...node.children].reverse())
  }
  return text.replace(/[ \t]+/g, ' ').trim()
}

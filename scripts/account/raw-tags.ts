// The tags of a part of a workbook with the text before each, by a reader that believes nothing else of it.

export interface RawTag {
  readonly name: string
  readonly is: 'opens' | 'closes' | 'both'
  readonly attribute: (name: string) => string | undefined
  /** All text since the tag before. */
  readonly before: string
}

export function* rawTags(xml: string): Generator<RawTag> {
  let before = ''
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    before += decoded(xml.slice(at, open))
    const aside = ASIDE.find(([begin]) => xml.startsWith(begin, open))
    const end = aside ? xml.indexOf(aside[1], open) : endOfTag(xml, open)
    if (end < 0) return
    at = end + (aside?.[1].length ?? 1)
    if (aside?.[0] === '<![CDATA[') before += xml.slice(open + 9, end)
    if (aside) continue
    yield tagOf(xml.slice(open + 1, end), before)
    before = ''
  }
}

const ASIDE = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
] as const

/** A value between quotation marks may hold what ends a tag. */
function endOfTag(xml: string, open: number): number {
  let mark = ''
  for (let at = open; at < xml.length; at += 1) {
    const sign = xml[at] ?? ''
    if (mark !== '') mark = sign === mark ? '' : mark
    else if (sign === '"' || sign === "'") mark = sign
    else if (sign === '>') return at
  }
  return -1
}

function tagOf(inside: string, before: string): RawTag {
  const name = /^\/?([^\s/]*)/.exec(inside)?.[1] ?? ''
  const is = inside.startsWith('/') ? 'closes' : inside.endsWith('/') ? 'both' : 'opens'
  return { name: bare(name), is, before, attribute: (wanted) => attributeOf(inside, wanted) }
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributeOf(inside: string, wanted: string): string | undefined {
  for (const [, name = '', one, other] of inside.matchAll(/\s([^\s=]+)=(?:"([^"]*)"|'([^']*)')/g))
    if (bare(name) === wanted) return decoded(one ?? other ?? '')
  return undefined
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (all, ten, sixteen, name) => {
        if (name) return NAMED[name] ?? all
        const code = ten ? Number(ten) : Number.parseInt(sixteen, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : all
      })
    : text

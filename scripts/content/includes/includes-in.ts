// The lines of a text that ask for another file, in our spelling and those of other tools.

export interface IncludeLine {
  /** Of the text, from 0; the last where the block ends. */
  readonly first: number
  readonly last: number
  /** Blanks before it, which the lines of the file get as well. */
  readonly indent: string
  /** As it is written, '' for none. */
  readonly file: string
  readonly typed: string
  readonly isOurs: boolean
  /** Whether a text can be put there. */
  readonly canStand: boolean
}

const OURS =
  /^([ \t]*(?:>[ \t]*)*)(:{2,})[ \t]*include\b[ \t]*(?:\[[^\]\n]*\])?[ \t]*(?:\{([^{}\n]*)\})?[ \t]*$/i
/** Quarto and Hugo, mkdocs, MyST. */
const QUARTO = /^([ \t]*)\{\{<[ \t]*include[ \t]+["']?([^\s"'{}<>]+)["']?[ \t]*>\}\}[ \t]*$/
const SNIPPET = /^([ \t]*)-{1,}8<-{1,}[ \t]+["']([^"'\n]+)["'][ \t]*$/
const MYST = /^([ \t]*)(`{3,}|:{3,})\{include\}[ \t]+([^\s`]+)[ \t]*$/
const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})(?!\{include\})/

export function includesIn(text: string): IncludeLine[] {
  const lines = text.split('\n')
  const found: IncludeLine[] = []
  let fence = ''
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!
    const mark = FENCE.exec(line)?.[1]
    if (fence !== '') {
      if (mark?.startsWith(fence) && new RegExp(`^[ \\t>]*${mark}[ \\t]*$`).test(line)) fence = ''
      continue
    }
    if (mark !== undefined) fence = mark
    const include = ours(lines, index) ?? ofOthers(lines, index)
    if (!include || mark !== undefined) continue
    found.push(include)
    index = include.last
  }
  return found
}

/** With or without the line that ends the block, which holds nothing. */
function ours(lines: readonly string[], index: number): IncludeLine | undefined {
  const [, before = '', colons = '', given = ''] = OURS.exec(lines[index]!) ?? []
  if (colons === '') return undefined
  let end = index + 1
  while (end < lines.length && lines[end]!.trim() === '') end += 1
  const isClosed = colons.length > 2 && (lines[end] ?? '').trim() === colons
  return {
    first: index,
    last: isClosed ? end : index,
    indent: before,
    file: fileIn(given),
    typed: lines[index]!.trim(),
    isOurs: true,
    canStand: !before.includes('>') && before.replaceAll('\t', '    ').length < 4,
  }
}

/** `file=a.md`, `src="a b.md"`, `a.md`. */
function fileIn(given: string): string {
  const named = /(?:^|\s)(?:file|src|path)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/.exec(given)
  const bare = named ? undefined : /^\s*["']?([^\s"'=#.][^\s"'=]*\.\w+)["']?\s*$/.exec(given)
  return (named?.[1] ?? named?.[2] ?? named?.[3] ?? bare?.[1] ?? '').trim()
}

function ofOthers(lines: readonly string[], index: number): IncludeLine | undefined {
  const line = lines[index]!
  const [, indent = '', file = ''] = QUARTO.exec(line) ?? SNIPPET.exec(line) ?? []
  if (file !== '')
    return { first: index, last: index, indent, file, typed: line.trim(), isOurs: false, canStand: true }
  const [, before = '', mark = '', path = ''] = MYST.exec(line) ?? []
  if (path === '') return undefined
  const end = lines.findIndex((one, at) => at > index && one.trim() === mark)
  const isEmpty =
    end > index && lines.slice(index + 1, end).every((one) => one.trim() === '' || /^\s*:[\w-]+:/.test(one))
  return isEmpty
    ? {
        first: index,
        last: end,
        indent: before,
        file: path,
        typed: line.trim(),
        isOurs: false,
        canStand: true,
      }
    : undefined
}

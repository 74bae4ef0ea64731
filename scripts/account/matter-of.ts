// Where the front matter of a file is: between two lines of hyphens at its head, blank lines before it or not; in
// TOML between two of `+++`, in JSON from a brace to a brace.

export interface MatterLines {
  readonly lines: readonly string[]
  /** Of `lines`, in the file, from 1. */
  readonly firstLine: number
  /** The line that closes it. */
  readonly lastLine: number
}

interface Form {
  readonly opens: RegExp
  readonly closes: RegExp
  /** As many lines. */
  readonly asYaml: (lines: readonly string[]) => readonly string[]
}

const YAML: Form = {
  opens: /^[ \t\uFEFF]*---[ \t]*(?:ya?ml|#.*)?$/i,
  closes: /^(?:---|\.\.\.)[ \t]*$/,
  asYaml: (lines) => lines,
}
const TOML: Form = { opens: /^\+\+\+[ \t]*$/, closes: /^\+\+\+[ \t]*$/, asYaml: yamlOfToml }
const JSON_FORM: Form = {
  opens: /^\{[ \t]*$/,
  closes: /^\}[ \t]*$/,
  asYaml: (lines) =>
    lines.map((line) => line.replace(/^[ \t]*"([^"]*)"[ \t]*:/, '$1:').replace(/,[ \t]*$/, '')),
}
/** Lines of other signs, or of dashes that a text processor made of hyphens. */
const UNUSUAL: Form = {
  opens: /^(?:\*{3,}|_{3,}|-{4,}|[—–-]{1,4})[ \t]*$/,
  closes: /^(?:\*{3,}|_{3,}|-{3,}|\.{3}|[—–-]{1,4})[ \t]*$/,
  asYaml: (lines) => lines,
}
const FORMS: readonly Form[] = [YAML, TOML, JSON_FORM, UNUSUAL]

/** Keys of tables are never ours. */
function yamlOfToml(lines: readonly string[]): readonly string[] {
  const table = lines.findIndex((line) => /^[ \t]*\[/.test(line))
  return lines.map((line, index) =>
    table >= 0 && index >= table ? '' : line.replace(/^[ \t]*(?:"([^"]*)"|([\w-]+))[ \t]*=/, '$1$2:'),
  )
}

/**
 * `keys`: the lines of the keys that were read. Behind blank lines a rule is a rule, unless something was read from
 * below it.
 */
export function matterOf(text: string, keys: Readonly<Record<string, number>>): MatterLines | undefined {
  const lines = text.split('\n')
  const open = lines.findIndex((line) => line.trim() !== '')
  const form = FORMS.find(({ opens }) => opens.test(lines[open] ?? ''))
  if (open < 0 || !form) return undefined
  const close = closeOf(lines, open, form, keys)
  if (close === undefined) return undefined
  const isRead = Object.values(keys).some((line) => line > open + 1 && line <= close)
  const isEmpty = lines.slice(open + 1, close).every((line) => line.trim() === '' || line.startsWith('#'))
  if ((open > 0 || form !== YAML) && !isRead && !isEmpty) return undefined
  return { lines: form.asYaml(lines.slice(open + 1, close)), firstLine: open + 2, lastLine: close + 1 }
}

/** Where nothing closes it, keys that were read end at the first empty line. */
function closeOf(
  lines: readonly string[],
  open: number,
  form: Form,
  keys: Readonly<Record<string, number>>,
): number | undefined {
  const closes = (index: number, { closes: line }: Form): boolean =>
    index > open && line.test(lines[index] ?? '')
  const close = lines.findIndex((_, index) => closes(index, form))
  const last = Math.max(0, ...Object.values(keys))
  const end = lines.findIndex((line, index) => index > open && (line.trim() === '' || closes(index, UNUSUAL)))
  const stop = end < 0 ? lines.length : end
  const isOpen =
    close < 0 || (form === YAML && lines[close - 1]?.trim() === '' && last <= stop && stop < close)
  if (!isOpen) return close
  return last > open + 1 && last <= stop ? stop : undefined
}

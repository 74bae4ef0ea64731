// What git knows of the folder that a publication stands in: its root, and which lines a pull request changed.
import { execFile } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { promisify } from 'node:util'

type Environment = Readonly<Record<string, string | undefined>>

export interface Repository {
  /** Absolute, symlinks followed. */
  readonly top: string
  /** Undefined when nothing is being reviewed, or it is not known what was changed. */
  readonly changed: ChangedLines | undefined
  /** Why it is not known, in half a sentence; '' else. */
  readonly unknown: string
}

/** Line ranges, both ends included, of each file by its path below the repository's root. */
export type ChangedLines = ReadonlyMap<string, readonly (readonly [first: number, last: number])[]>

const PATIENCE_MS = 20_000
const MAX_PATCH_BYTES = 64 * 1024 * 1024

/** Reads what git says. A folder that is in no repository, or one without its history, is no fault. */
export async function readRepository(root: string, environment: Environment): Promise<Repository> {
  const found = await git(root, 'rev-parse', '--show-toplevel').catch(() => '')
  const top = await realpath(found.trimEnd() || environment.GITHUB_WORKSPACE || root).catch(() =>
    resolve(root),
  )
  const base = environment.GITHUB_BASE_REF
  if (!base) return { top, changed: undefined, unknown: '' }
  if (found === '') return { top, changed: undefined, unknown: 'git knows nothing of this folder' }
  const from = await baseOfReview(top, base)
  if (from === '')
    return {
      top,
      changed: undefined,
      unknown: 'the history is not here; `fetch-depth: 2` for actions/checkout brings it',
    }
  try {
    return { top, changed: linesOfPatch(await git(top, ...DIFF, from, '--')), unknown: '' }
  } catch {
    return { top, changed: undefined, unknown: 'git could not compare them' }
  }
}

/** Nothing that a repository names as its own way to compare is run. */
const DIFF = [
  '-c',
  'core.quotePath=false',
  'diff',
  '--unified=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-renames',
  '--src-prefix=a/',
  '--dst-prefix=b/',
]

/**
 * Where the branch left its base; of the merge that GitHub checks out for a pull request, whose history is cut off
 * behind its parents, the first parent. '' when neither is here.
 */
async function baseOfReview(top: string, base: string): Promise<string> {
  const parents = await git(top, 'rev-list', '--parents', '--max-count=1', 'HEAD').catch(() => '')
  const [, first, second] = parents.trim().split(' ')
  if (first && second && (await exists(top, first))) return first
  const remote = `refs/remotes/origin/${base}`
  const merged = await git(top, 'merge-base', '--end-of-options', remote, 'HEAD').catch(() => '')
  return merged.trim()
}

const exists = (top: string, commit: string): Promise<boolean> =>
  git(top, 'cat-file', '-e', `${commit}^{commit}`).then(
    () => true,
    () => false,
  )

async function git(folder: string, ...words: readonly string[]): Promise<string> {
  const limits = { timeout: PATIENCE_MS, maxBuffer: MAX_PATCH_BYTES }
  const { stdout } = await promisify(execFile)('git', ['-C', folder, ...words], limits)
  return stdout
}

/**
 * Reads a patch without context. A line that was added may look like the head of a file: the counts say where lines
 * end.
 */
export function linesOfPatch(patch: string): ChangedLines {
  const changed = new Map<string, [number, number][]>()
  let ranges: [number, number][] = []
  let left = 0
  for (const line of patch.split('\n')) {
    if (left > 0 && /^[+-]/.test(line)) {
      left--
      continue
    }
    const file = /^\+\+\+ (.*?)\t?$/.exec(line)?.[1]
    if (file !== undefined) {
      ranges = []
      if (file !== '/dev/null') changed.set(unquoted(file).slice('b/'.length), ranges)
      continue
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (!hunk) continue
    const [removed, first, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)]
    left = removed + added
    // Where lines were only taken away, the lines around the place are what a reviewer looks at.
    ranges.push(added > 0 ? [first, first + added - 1] : [Math.max(first, 1), first + 1])
  }
  return changed
}

/** git writes a name with a quotation mark, a backslash or a control character as a C string. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name
  const bytes: number[] = []
  const letters = [...name.slice(1, -1)]
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index]!
    if (letter !== '\\') bytes.push(...Buffer.from(letter))
    else {
      const octal = /^[0-7]{3}/.exec(letters.slice(index + 1, index + 4).join(''))?.[0]
      bytes.push(octal ? Number.parseInt(octal, 8) : (ESCAPES[letters[index + 1]!] ?? 63))
      index += octal ? 3 : 1
    }
  }
  return Buffer.from(bytes).toString('utf8')
}

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
}

/** The path of a file below the repository's root, with `/`; undefined outside of it. */
export function pathInRepository(top: string, path: string): string | undefined {
  const way = relative(top, path).replaceAll('\\', '/')
  return way === '' || way === '..' || way.startsWith('../') || /^[a-z]:/i.test(way) ? undefined : way
}

import { nearest } from '../../checked-yaml.ts'
import type { Chapter, Finding } from '../../model.ts'
import { finding } from '../../rules.ts'

/** Every link inside the publication leads to an anchor that is printed. */
export function linksResolve(chapters: readonly Chapter[]): Finding[] {
  const anchors = new Set(chapters.flatMap(anchorsOf))
  const all = [...anchors]
  return chapters.flatMap((chapter) =>
    chapter.links
      .filter((link) => !anchors.has(link.target))
      .map(({ target, written, line, column }) => {
        const suggestion = suggest(target, written, all, chapters)
        return finding('link-resolves', { file: chapter.file, line, column }, { actual: written, suggestion })
      }),
  )
}

const anchorsOf = (chapter: Chapter): string[] => [
  chapter.prefix,
  ...chapter.headings.map((heading) => heading.id),
  ...chapter.exhibits.map((exhibit) => exhibit.id),
  ...chapter.indexMarks.map((mark) => mark.anchor),
]

/** In the author's own terms: a file name for a file, a `#heading` for a place inside one. */
function suggest(
  target: string,
  written: string,
  anchors: readonly string[],
  chapters: readonly Chapter[],
): string | undefined {
  const found = nearest(target, anchors)
  if (!found) return undefined
  const [prefix = '', place] = found.split('--')
  const file = chapters.find((chapter) => chapter.prefix === prefix)?.file
  const name = written.startsWith('#') ? '' : (file ?? '')
  return place ? `${name}#${place}` : name || undefined
}

// What the author of a link that leads nowhere could have meant.
import { posix } from 'node:path'
import { partsOfAnchor } from '../ground/anchors.ts'
import { nearest } from '../ground/yaml/checked-yaml.ts'
import type { Chapter } from '../model/chapter.ts'

/** In the author's own terms, as it would be written in `from`; a place in the file that was meant comes first. */
export function suggestion(target: string, from: Chapter, chapters: readonly Chapter[]): string | undefined {
  const meant = chapters.find(({ prefix }) => prefix === partsOfAnchor(target).prefix)
  const found =
    (meant && nearest(target, namesIn(meant))) ??
    sameName(target, chapters) ??
    nearest(target, chapters.flatMap(namesIn))
  const home = found && chapters.find((chapter) => namesIn(chapter).includes(found))
  if (!home) return undefined
  const path = home === from ? '' : posix.relative(posix.dirname(from.file), home.file)
  const place = partsOfAnchor(found).name
  return place ? `${path}#${place}` : path || undefined
}

/** What an author could mean: the marks of the index have made-up names. */
const namesIn = (chapter: Chapter): string[] => [
  chapter.prefix,
  ...chapter.headings.map((heading) => heading.id),
  ...(chapter.anchors ?? []),
  ...chapter.exhibits.flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)]),
]

/** `#barriers` where another file has a place of just that name. */
function sameName(target: string, chapters: readonly Chapter[]): string | undefined {
  const place = partsOfAnchor(target).name
  return place ? chapters.flatMap(namesIn).find((name) => partsOfAnchor(name).name === place) : undefined
}

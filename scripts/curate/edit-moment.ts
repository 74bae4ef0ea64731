// launch/moments/*.md: what somebody decides of a moment, in its front matter. What was said is never touched.
import { type Document, isMap, isSeq, type YAMLMap } from 'yaml'
import type { PictureCrop } from '../model/launch.ts'
import { EditRefused } from './edit-refused.ts'
import { editYaml, setKey } from './edit-yaml.ts'
import type { ChangeOf } from './protocol.ts'

const FENCED = /^(\uFEFF?---[ \t]*\n)([\s\S]*?\n)?(---[ \t]*(?:\n[\s\S]*)?)$/

/** The file's new text. Throws EditRefused. */
export function editMoment(text: string, change: ChangeOf<'moment'> | ChangeOf<'picture'>): string {
  const isCrLf = text.includes('\r\n')
  const [, open, matter = '', rest] = FENCED.exec(text.replaceAll('\r\n', '\n')) ?? []
  if (open === undefined)
    throw new EditRefused(
      'Its front matter does not stand between two lines of `---`: change it in the file.',
    )
  const edited = editYaml(matter, (document) => {
    const map = topOf(document)
    if (change.kind === 'moment') editMatter(map, change)
    else editPicture(document, map, change)
  })
  const made = `${open}${edited}${rest}`
  return isCrLf ? made.replaceAll('\n', '\r\n') : made
}

function topOf({ contents }: Document): YAMLMap {
  if (isMap(contents)) return contents
  throw new EditRefused('Its front matter holds no keys.')
}

function editMatter(map: YAMLMap, { set }: ChangeOf<'moment'>): void {
  for (const [key, value] of Object.entries(set)) setKey(map, key, value)
}

/** The one under `picture:` comes before those under `pictures:`. */
function editPicture(document: Document, map: YAMLMap, { index, set }: ChangeOf<'picture'>): void {
  const one = map.get('picture', true)
  const several = map.get('pictures', true)
  const all = [...(isMap(one) ? [one] : []), ...(isSeq(several) ? several.items : [])]
  const picture = all[index]
  if (!isMap(picture)) throw new EditRefused('There is no such picture in the file any more.')
  const { crop, ...texts } = set
  for (const [key, value] of Object.entries(texts)) setKey(picture, key, value)
  if (crop === null) picture.delete('crop')
  // In one line: `{ x: 0, y: 0.1, width: 1, height: 0.8 }`.
  else if (crop) picture.set('crop', document.createNode(rounded(crop), { flow: true }))
}

/** To a thousandth, and never over the edge for it. */
function rounded({ x, y, width, height }: PictureCrop): PictureCrop {
  const near = (part: number): number => Math.round(part * 1000) / 1000
  const within = (start: number, length: number): number => near(Math.min(length, 1 - start))
  return { x: near(x), y: near(y), width: within(near(x), width), height: within(near(y), height) }
}

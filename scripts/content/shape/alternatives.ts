// What the text alternatives of pictures say. That each picture has one is `image-has-alt`.
import { posix } from 'node:path'
import type { Image } from 'mdast'
import type { ChapterMatter } from '../../model/chapter.ts'
import type { Fix } from '../../model/finding.ts'
import type { Severity } from '../../model/place.ts'
import { type Breach, type RuleId, ruleOf } from '../../rules/rules.ts'
import { isEnglish } from '../is-english.ts'
import { type Draft, fileOf, type Placed, report, reportBreach } from '../markdown/draft.ts'
import { mendOf } from '../markdown/mend.ts'

interface Shown {
  readonly alt: string
  /** As it is named in the text. */
  readonly file: string
  readonly caption: string
}

type Fault = Breach<
  | 'alternative-begins-with-content'
  | 'alternative-differs-from-caption'
  | 'alternative-is-in-words'
  | 'alternative-is-short'
> & {
  /** What the alternative should be, where that is certain. */
  readonly becomes?: string
}

/** A screen reader takes a breath after about two sentences. */
const MOST_CHARACTERS = 250
/** A diagram may need a little more than that, which its author can judge; so much nobody can follow. */
const FAR_TOO_MANY = 400
const SAYS_PICTURE =
  /^(?:this is )?(?:an? |the |this )?(?:image|picture|photo(?:graph)?|pic|graphic)(?:\s+(?:of|showing|(?:that|which) shows|shows)\s+|\s*[:–—]\s*)(?=\S)/i
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|heic)$/i
/** As cameras and telephones call their pictures. */
const CAMERA_NAME = /^(?:img|dsc[nf]?|pict?|p|image|photo|screenshot|screen shot)?[\s_-]*\d{3}[\s\d_-]*$/i

const severityOf = (id: RuleId, { alt }: Shown): Severity =>
  id === 'alternative-is-short' && alt.length <= FAR_TOO_MANY ? 'info' : ruleOf(id).severity

/** A check for each picture of the text in turn, the one at the top of the file taken first. */
export function alternativesOfPictures(matter: ChapterMatter, draft: Draft): (node: Image) => void {
  const earlier = new Map<string, { readonly file: string; readonly line: number }>()
  const check = (shown: Shown, node: Placed, fixOf: (becomes: string) => Fix | undefined): void => {
    if (shown.alt === '' || shown.alt === 'decorative') return
    for (const fault of alternativeFaults(shown, draft.language)) {
      const { rule, becomes } = fault
      const fix = becomes === undefined ? undefined : fixOf(becomes)
      reportBreach(draft, fault, node, severityOf(rule, shown), fix)
    }
    const same = earlier.get(plain(shown.alt))
    const line = node.position?.start.line ?? 1
    if (!same) earlier.set(plain(shown.alt), { file: shown.file, line })
    else if (same.file !== shown.file) report(draft, 'alternatives-differ', node, { line: same.line })
  }
  const { picture, lines } = matter
  if (picture) {
    const place = { position: { start: { line: lines.picture ?? 1, column: 1 } } }
    check({ alt: picture.alt, file: picture.file, caption: '' }, place, () => undefined)
  }
  return (node) => {
    const file = posix.normalize(posix.join(posix.dirname(fileOf(draft, node)), node.url))
    const shown = { alt: node.alt?.trim() ?? '', file, caption: node.title?.trim() ?? '' }
    check(shown, node, (becomes) => mendOfAlternative(node, becomes, draft))
  }
}

/** What is wrong with one alternative, but for another picture that has the same. */
export function alternativeFaults({ alt, file, caption }: Shown, language: string): Fault[] {
  const faults: Fault[] = []
  const said = isEnglish(language) ? SAYS_PICTURE.exec(alt)?.[0] : undefined
  if (said) {
    const rest = alt.slice(said.length)
    const becomes = rest.charAt(0).toUpperCase() + rest.slice(1)
    faults.push({ rule: 'alternative-begins-with-content', facts: { words: said.trim() }, becomes })
  }
  if (isFileName(alt, file)) faults.push({ rule: 'alternative-is-in-words', facts: { alternative: alt } })
  if (caption !== '' && plain(alt) === plain(caption))
    faults.push({ rule: 'alternative-differs-from-caption', facts: { alternative: alt } })
  if (alt.length > MOST_CHARACTERS)
    faults.push({ rule: 'alternative-is-short', facts: { characters: alt.length, most: MOST_CHARACTERS } })
  return faults
}

/** `anchor` may be what `anchor.jpg` shows; `dudley-anchor-01` is its name. */
function isFileName(alt: string, file: string): boolean {
  if (PICTURE_FILE.test(alt) || CAMERA_NAME.test(alt)) return true
  const stem = posix.basename(file).replace(/\.\w+$/, '')
  return alt.toLowerCase() === stem.toLowerCase() && /[\d_-]/.test(stem)
}

function mendOfAlternative(node: Image, becomes: string, draft: Draft): Fix | undefined {
  const start = (node.position?.start.offset ?? Number.NaN) + '!['.length
  const alt = node.alt ?? ''
  // With `&amp;` or emphasis in it, the file spells it otherwise.
  if (!draft.source.text.startsWith(`${alt}]`, start)) return undefined
  return mendOf(draft, start, start + alt.length, becomes)
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

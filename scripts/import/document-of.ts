// What is given for an archive of posts and is a text that somebody wrote, of whose pictures no moments are to be made.
import { isKnownKind, kindInWords, type WayIn, waysIn } from '../ground/files/kind-of-file.ts'

export interface FoundDocument {
  /** “a Word file” */
  readonly is: string
  readonly ways: Partial<Record<WayIn, string>>
  /** Whether its service gives it as JSON too, which is read. */
  readonly isOfWebPages?: true
}

/** By what the files in it are; `only`: the one file that was named; `shown`: the name of all of it. */
export function documentOf(
  names: readonly string[],
  only: string | undefined,
  shown: string,
): FoundDocument | undefined {
  if (names.some((name) => /(?:^|\/)(?:content|media|posts)\/[\w-]*posts[\w-]*\.html$/.test(name)))
    return { is: 'an export of Instagram or Facebook as web pages', ways: {}, isOfWebPages: true }
  if (only) return isKnownKind(only) ? { is: kindInWords(only), ways: waysIn([only]) } : undefined
  const kind = PACKAGES.find(({ holds }) => holds.every((one) => names.some((name) => name.startsWith(one))))
  if (kind) return { is: kind.is, ways: kind.way ? { [kind.way]: shown } : {} }
  return isExportedPage(names) ? { is: kindInWords('a.html'), ways: { adopt: shown } } : undefined
}

interface Package {
  readonly holds: readonly string[]
  readonly is: string
  readonly way?: WayIn
}

/** ECMA-376, part 2; OpenDocument 1.3, part 2; EPUB 3.3, 4.2. */
const PACKAGES: readonly Package[] = [
  { holds: ['[Content_Types].xml', 'word/'], is: kindInWords('a.docx'), way: 'adopt' },
  { holds: ['[Content_Types].xml', 'xl/'], is: kindInWords('a.xlsx'), way: 'data' },
  { holds: ['[Content_Types].xml', 'ppt/'], is: kindInWords('a.pptx') },
  { holds: ['mimetype', 'content.xml', 'META-INF/manifest.xml'], is: kindInWords('a.odt'), way: 'word' },
  { holds: ['META-INF/container.xml'], is: 'an e-book' },
]

/** One page and a folder of its pictures, as Google Docs saves a document. */
function isExportedPage(names: readonly string[]): boolean {
  const pages = names.filter((name) => /^[^/]+\.x?html?$/i.test(name))
  return pages.length === 1 && names.every((name) => name === pages[0] || /^[^/]+\/[^/]+$/.test(name))
}

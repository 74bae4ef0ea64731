// SVG is a program as much as a picture: what runs, fetches or expands has no place in a publication.

const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/<!DOCTYPE|<!ENTITY/i, 'declares entities, which can grow without end or read other files'],
  [/<(?:[\w-]+:)?script\b/i, 'holds a script'],
  [/<(?:[\w-]+:)?foreignObject\b/i, 'holds a piece of a web page (foreignObject)'],
  [/<(?:[\w-]+:)?(?:iframe|object|embed|audio|video)\b/i, 'holds a piece of a web page'],
  [/[\s"'/]on[a-z]+\s*=/i, 'holds a program (an attribute that begins with “on”)'],
  [/<\?xml-stylesheet|@import/i, 'asks for a style sheet'],
  [
    /\b(?:xlink:)?href\s*=\s*(?:"(?!\s*(?:#|data:image\/(?:png|jpeg|webp);))|'(?!\s*(?:#|data:image\/(?:png|jpeg|webp);)))/i,
    'asks for another file',
  ],
  [/\burl\s*\(\s*(?!\s|["']?\s*#)/i, 'asks for another file'],
  [/attributeName\s*=\s*["']\s*(?:xlink:)?href/i, 'changes what it links to'],
]

/** What is wrong, to follow the name of the file; undefined when nothing is. */
export function faultInSvg(bytes: Uint8Array): string | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'is not written in UTF-8'
  }
  if (!/<(?:[\w-]+:)?svg[\s>]/i.test(text)) return 'is not a drawing that can be read'
  if (!/<\/(?:[\w-]+:)?svg\s*>\s*(?:<!--.*-->\s*)?$/is.test(text.slice(-1000)))
    return 'is cut off: its end is missing'
  // Comments are looked at too: what is a comment and what is not can be disguised (CDATA).
  return REFUSED.find(([pattern]) => pattern.test(text))?.[1]
}

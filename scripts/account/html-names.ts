// Names of elements: a tag of one is markup, any other `<word>` is text.
const NAMES = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button ' +
    'canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fencedframe fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe ' +
    'image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter ' +
    'multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre ' +
    'progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small source spacer span strike strong ' +
    'style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
)

export const isHtmlName = (name: string): boolean => NAMES.has(name.toLowerCase())

/** What stands between these tags is no text for a page. It may be left out where a finding says so. */
export const HOLDS_NO_TEXT = new Set(
  'script style iframe object embed noscript template svg math textarea select xmp noembed noframes audio video canvas form button'.split(
    ' ',
  ),
)

const HTML_START = /^<(?:[a-zA-Z/!?])/
/** Blocks of HTML that go on over blank lines, and what ends them. */
export const LONG_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
]

/** Whether a line begins a block of HTML, or a paragraph that begins with a tag. */
export const htmlBegins = (body: string): boolean => {
  if (!HTML_START.test(body)) return false
  const name = /^<\/?([a-zA-Z][\w-]*)/.exec(body)?.[1]
  return name === undefined || isHtmlName(name)
}

// The names of HTML, by what becomes of them.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** All that are or ever were HTML: any other name is a word between angle brackets. */
const HTML = words(
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br ' +
    'button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe ' +
    'image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta ' +
    'meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext ' +
    'pre progress q rb rbc rp rt rtc ruby s samp script search section select slot small source spacer span strike strong ' +
    'style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp',
)

export const isHtmlName = (name: string): boolean => HTML.has(name)

/** Without an end; with nothing said of them, the others of them mean nothing. */
const VOID = words(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr',
)
export const isVoid = (name: string): boolean => VOID.has(name.toLowerCase())
const MEAN_SOMETHING_BARE = words('br hr wbr')

/** Often written without their end, or around words in any text of the web. */
const LEFT_OPEN = words(
  'a abbr b big center cite code dd del dfn div dt em font i ins kbd li mark p plaintext q rb rp rt s samp small span strike ' +
    'strong sub sup td th tr tt u ul ol dl blockquote details h1 h2 h3 h4 h5 h6 table nobr marquee blink option optgroup',
)

/**
 * `ssh <address>`, `<title>`: in a line of text, bare and never closed, such a name stands for what is to be put
 * there.
 */
export const isPlaceholder = (name: string, isClosed: () => boolean): boolean =>
  VOID.has(name) ? !MEAN_SOMETHING_BARE.has(name) : !LEFT_OPEN.has(name) && !isClosed()

/** Programs, styles and what is said to a browser: taken out, with all that is in them. */
export const isSwallowed = (name: string): boolean => name === 'script' || name === 'style'
export const isForBrowsers = words('link meta base basefont bgsound')

/**
 * The parser of HTML reads what stands in these by rules of their own, as text or not at all. Under another name, of
 * the same length so that every place stays what it is, it reads it like all else; no text can have that name, for it
 * is none of HTML's.
 */
const DISGUISED = words(
  'iframe textarea title xmp noembed noframes plaintext noscript select option optgroup template frameset listing',
)
const disguise = (name: string): string => `z${name.slice(1)}`
const UNMASKED = new Map([...DISGUISED].map((name) => [disguise(name), name]))

export const disguised = (name: string): string => (DISGUISED.has(name) ? disguise(name) : name)
export const undisguised = (name: string): string => UNMASKED.get(name) ?? name

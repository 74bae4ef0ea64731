// Addresses of the web that were not written as such: what only one thing can be is taken for it.
import { linkScheme } from '../markdown/link-scheme.ts'

export interface WebAddress {
  readonly url: string
  /** Whether the address was written wrongly, and not only shortly. */
  readonly wrong?: boolean
}

const MAIL = /^[^\s/@:?#<>()[\]\\,;]+@(?:[a-z\d-]+\.)+[a-z]{2,24}(?:\?\S*)?$/i
/** Hosts that nobody takes for the name of a file: `.md`, `.rs` and `.py` are countries too. */
const HOST =
  /^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|info|int|eu|uk|de|fr|es|it|nl|be|ie|ca|au|nz|us|ch|at|dk|se|no|fi|pt|gr|pl|cz|wales|scot|cymru|cat)(?::\d+)?(?:[/?#]\S*)?$/i
/** `http:/example.org`, `http:example.org`, `http//example.org`, `htttps://…`, `http://https://…`. */
const NEARLY_WEB = /^(?:https?:\/\/)?(h?t{1,3}ps?)(?::?\/*|\/+)(?=[a-z\d])/i

/** Undefined for what is no address of the web: a path, a place in the text, another scheme. */
export function webAddress(written: string): WebAddress | undefined {
  const url = written.trim()
  if (/^https?:\/\/[^/:]/i.test(url) && !/^https?:\/\/https?:?\/\//i.test(url)) return { url }
  if (/^www\d?\.[^\s/.]+\.\S+$/i.test(url)) return { url: `https://${url}` }
  if (/^\/\/(?:[a-z\d-]+\.)+[a-z]{2,24}(?:[/?#:]\S*)?$/i.test(url)) return { url: `https:${url}` }
  if (MAIL.test(url)) return { url: `mailto:${url}` }
  if (/^doi:\s*10\.\S+$/i.test(url)) return { url: `https://doi.org/${url.replace(/^doi:\s*/i, '')}` }
  const nearly = NEARLY_WEB.exec(url)
  if (nearly && isNearly(nearly[0])) {
    const rest = url.slice(nearly[0].length)
    if (/^(?:[a-z\d-]+\.)+[a-z]{2,24}(?:[/?#:]|$)|^localhost\b/i.test(rest))
      return { url: `${/s/i.test(nearly[1] ?? '') ? 'https' : 'http'}://${rest}`, wrong: true }
  }
  return undefined
}

/** `https` alone is the beginning of a word: a colon or a slash makes it a scheme. */
const isNearly = (start: string): boolean => /[:/]/.test(start)

/** `example.org/page`, where no file is called that. */
export const hostAddress = (written: string): string | undefined =>
  HOST.test(written.trim()) ? `https://${written.trim()}` : undefined

/** Whether it can be followed: `https://` alone cannot, nor one with a blank in its name. */
export function canBeFollowed(url: string): boolean {
  const { scheme, safe } = linkScheme(url)
  return (
    scheme === '' || (safe && URL.canParse(url.trim()) && /^[a-z][a-z\d+.-]*:(?:\/\/)?[^/]/i.test(url.trim()))
  )
}

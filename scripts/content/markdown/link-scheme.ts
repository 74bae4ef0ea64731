// What a link would start. Browsers skip blanks and control characters inside a scheme, so they are skipped here too.

export const SAFE_SCHEMES = 'http https mailto tel sms geo ftp xmpp irc news webcal'.split(' ')
const SAFE = new Set(SAFE_SCHEMES)
const SKIPPED_BY_BROWSERS = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/gu

/** The scheme of a link (`//` for one without), '' for a path or a place in the publication. */
export function linkScheme(url: string): { readonly scheme: string; readonly safe: boolean } {
  const bare = url.replace(SKIPPED_BY_BROWSERS, '').replaceAll('\\', '/')
  if (bare.startsWith('//')) return { scheme: '//', safe: false }
  const name = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  if (!name) return { scheme: '', safe: true }
  return { scheme: `${name}:`, safe: SAFE.has(name) && url.trim().toLowerCase().startsWith(`${name}:`) }
}

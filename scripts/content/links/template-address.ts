// Addresses that a website's templates would fill in: `{% link a.md %}`, `{{ site.baseurl }}/a/`, `{{< ref "a.md"
// >}}`. Nothing is filled in here: the path that stands in them is looked for from the root.

const VARIABLE = /^\{\{-?\s*[\w.$]+\s*-?\}\}/
const TAG = /^\{%-?\s*(?:link|post_url|url|include_relative)\s+["']?([^\s"'%}]+)["']?[^%}]*-?%\}/
const REFERENCE = /^\{\{[<%]\s*(?:rel)?ref\s+(?:[\w]+=)?["']?([^\s"'>%}]+)["']?[^>%}]*[>%]\}\}/
const QUOTED = /^\{\{-?\s*(?:[\w.]+\s*\(?\s*)?["']([^"'\n]+)["'][^}\n]*\}\}/

/**
 * From the root of the site: `/guides/a.md#b`. Undefined for any other address, and where a template alone knows the
 * path.
 */
export function templateAddress(written: string): string | undefined {
  const text = written.trim()
  if (!text.startsWith('{')) return undefined
  const found = TAG.exec(text) ?? REFERENCE.exec(text) ?? QUOTED.exec(text)
  const variable = found ? undefined : VARIABLE.exec(text)
  if (!found && !variable) return undefined
  const path = found?.[1] ?? ''
  const rest = text.slice((found ?? variable)?.[0].length).trim()
  // `{{ site.baseurl }}{% link a.md %}`
  if (variable && rest.startsWith('{')) return templateAddress(rest)
  const address = `${path}${rest}`.replace(/^(?:\.?\/)+/, '')
  return address === '' || /[{}\s]/.test(address) ? undefined : `/${address}`
}

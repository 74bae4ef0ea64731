/** Markdown without marks as the value of an attribute, in which a backslash is a backslash. */
export const attributeValue = (markdown: string): string =>
  markdown
    .replace(/\\([^\p{L}\p{N}\s])/gu, (_, sign: string) => `&#${sign.codePointAt(0)};`)
    .replace(/"/g, '&quot;')
    .replace(/\n/g, ' ')

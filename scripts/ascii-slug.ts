import { slug } from 'github-slugger'

/** Name of a file → what can stand in an address and in an id as it is. '' when it has no such letter. */
export const asciiSlug = (name: string): string =>
  slug(name.normalize('NFKD').replace(/[^\x20-\x7e]/g, ''))
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')

/**
 * A soft hyphen says where a word may break on paper, and is no part of it; nor is a blank of no width. Bookmarks,
 * the index, search and addresses have the word alone.
 */
export const withoutSoftHyphens = (text: string): string => text.replace(/[\u00AD\u200B\uFEFF]/g, '')

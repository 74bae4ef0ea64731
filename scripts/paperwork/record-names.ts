/** File names beside the PDF. */
export const RECORD_NAMES = { json: 'accessibility.json', markdown: 'accessibility.md' } as const

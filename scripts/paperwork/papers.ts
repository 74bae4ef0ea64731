/** File names beside the PDF. */
export const PAPERS = { json: 'accessibility.json', markdown: 'accessibility.md' } as const

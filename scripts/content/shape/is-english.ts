import type { Draft } from '../markdown/draft.ts'

/** Rules that know words know English ones. */
export const isEnglish = ({ context }: Draft): boolean => /^en\b/i.test(context.language)

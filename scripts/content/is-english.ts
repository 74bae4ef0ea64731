/** Rules that know words know English ones. `language` is as publication.yaml has it: `en-GB`. */
export const isEnglish = (language: string): boolean => /^en(?:-|$)/i.test(language)

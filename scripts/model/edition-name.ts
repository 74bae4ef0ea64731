/**
 * What a build can make: `screen` is the accessible PDF, `press` the files for a printer, `booklet` what an office
 * printer folds, `site` the website, `word` a Word file for review.
 */
export type EditionName = 'screen' | 'press' | 'booklet' | 'site' | 'word'

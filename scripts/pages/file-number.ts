import { digest } from '../ground/digest.ts'

/**
 * The number of a file in `data-src`: made of its path alone, so that a file more or less changes nothing in the pages
 * of the others. Twelve digits of a digest: among 5,000 files two alike are one chance in twenty million.
 */
export const fileNumber = (file: string): number => Number.parseInt(digest(file).slice(0, 12), 16)

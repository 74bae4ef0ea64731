import { type Cache, openCache } from '../ground/files/cache.ts'
import type { Settings } from '../model/settings.ts'
import type { PageReading } from './page-reading.ts'

/** What may be known of a file before it is read; page-reading.ts and verify-pdf.ts say why it can be no lie. */
export interface Memory {
  /** Read from parts of the file, before they were put together. */
  readonly readings?: readonly PageReading[]
  /** Where readings are kept from one build to the next. */
  readonly cache?: Cache
  /** And what was found of a whole file. */
  readonly verdicts?: Cache
}

/** What earlier builds have read and found, below the cache folder. */
export const memoryOfBuilds = ({ cache, remembers }: Pick<Settings, 'cache' | 'remembers'>): Memory =>
  remembers ? { cache: openCache(cache, 'read-pages'), verdicts: openCache(cache, 'verdicts') } : {}

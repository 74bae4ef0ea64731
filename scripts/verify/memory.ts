import { type Cache, openCache } from '../ground/files/cache.ts'
import type { Settings } from '../model/settings.ts'
import type { PageReading } from './page-reading.ts'

/** What may be known of a file's pages before it is read; see page-reading.ts for why it can be no lie. */
export interface Memory {
  /** Read from parts of the file, before they were put together. */
  readonly readings?: readonly PageReading[]
  /** Where readings are kept from one build to the next. */
  readonly cache?: Cache
}

/** What earlier builds have read, below the cache folder. */
export const memoryOfBuilds = ({ cache, remembers }: Pick<Settings, 'cache' | 'remembers'>): Memory =>
  remembers ? { cache: openCache(cache, 'read-pages') } : {}

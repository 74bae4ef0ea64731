// What authors can write, for those who read the files without this room.
import type { Dialect } from '../model/dialect.ts'
import { BLOCK_WORDS } from './directives/directives.ts'
import { FIELD_WORDS } from './fields/fields.ts'
import { MOMENT_FIELDS } from './fields/of-moments.ts'

export const DIALECT: Dialect = { ...BLOCK_WORDS, fields: FIELD_WORDS, momentFields: MOMENT_FIELDS }

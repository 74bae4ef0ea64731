import type { FileKind } from '../../model/chapter.ts'
import { FIELDS, fieldsOf } from './fields.ts'

/**
 * The keys of a new file, each below its remark. A remark that holds the key itself is a whole group, to be
 * uncommented.
 */
export const newFrontMatter = (kind: FileKind, fields = FIELDS): string =>
  fieldsOf(kind, fields)
    .flatMap(({ key, hint }) => {
      const said = hint?.[kind]
      if (said === undefined) return []
      const remark = said === '' ? [] : said.split('\n').map((line) => `# ${line}`)
      return said.includes('\n') ? remark : [...remark, `${key}:`]
    })
    .map((line) => `${line}\n`)
    .join('')

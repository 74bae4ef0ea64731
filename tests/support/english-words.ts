import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Words } from '../../scripts/model/words.ts'

/** What pages print that no author wrote. */
export const ENGLISH = parse(readFileSync('templates/words/en.yaml', 'utf8')) as Words

// `tsx tests/adopt/word/write-draft.ts FILE`: a draft for whoever tries the program as a stranger.
import { writeFile } from 'node:fs/promises'
import { wholeDraft } from './whole-draft.ts'

await writeFile(process.argv[2]!, await wholeDraft())

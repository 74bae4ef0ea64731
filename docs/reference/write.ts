// `npm run docs:reference`
import { writeFileSync } from 'node:fs'
import { referencePages } from './reference.ts'

for (const { file, text } of referencePages()) writeFileSync(file, text)

// `npm run docs:pictures`: the pictures of the README and of the handbook, from real runs of the program, and a
// record of what each was made from. `npm run docs:pictures -- preview.png site.png` makes only those.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOfBytes, digestOfSources, IMAGES, PICTURES, RECORD, type Recorded } from './pictures.ts'

const wanted = process.argv.slice(2)
const work = mkdtempSync(join(tmpdir(), 'whitepaper-pictures-'))
const before = JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, Recorded>
const record: Record<string, Recorded> = {}
try {
  for (const picture of PICTURES) {
    const { name } = picture
    const kept = before[name]
    if (kept && wanted.length > 0 && !wanted.includes(name)) {
      record[name] = kept
      continue
    }
    const bytes = await picture.make(work)
    writeFileSync(join(IMAGES, name), bytes)
    record[name] = { madeFrom: await digestOfSources(picture, work), bytes: digestOfBytes(bytes) }
    process.stdout.write(`${name}: ${Math.round(bytes.length / 1000)} kB\n`)
  }
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

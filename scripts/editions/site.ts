// The website, made when the files that it offers are in their place.
import { relative } from 'node:path'
import type { Edition } from './edition.ts'
import { recordOf } from './screen.ts'
import { paperOf } from './site-paper.ts'
import { siteFolder, writeSite } from './write-site.ts'

export const site: Edition = {
  name: 'site',
  is: 'the website',
  needs: [],
  isWithoutPages: true,
  fileNames: () => [], // A folder, which is replaced as a whole.
  async follow(book, settings, stages, done) {
    const bytes = settings.editions.includes('screen') ? done?.made.screen?.finished.bytes : undefined
    const paper =
      done && bytes
        ? paperOf(
            settings,
            bytes,
            { bytes: bytes.length, pages: done.made.printed.pageMap.total },
            recordOf(done),
          )
        : undefined
    const { pages, findings } = await writeSite(book, settings, stages, paper)
    const place = `${relative(process.cwd(), siteFolder(settings)) || '.'}/`
    const summary = pages > 0 ? `${place}: a website of ${pages} pages` : 'The website was not written'
    return { summary, findings }
  },
}

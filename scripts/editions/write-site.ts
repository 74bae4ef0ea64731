import { join } from 'node:path'
import { digestOfTexts, inputsOf } from '../build/inputs.ts'
import { isFit } from '../build/is-fit.ts'
import { publishFolder } from '../build/publish-folder.ts'
import type { Stages } from '../build/stages.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { SitePaper } from '../model/site.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { paperInFolder } from './site-paper.ts'

/** Absolute path of the website's folder. A draft never takes the place of what was published. */
export const siteFolder = ({ out, draft }: Settings): string => join(out, draft ? 'site-draft' : 'site')

/**
 * Makes the website and gives it its place when nothing is wrong with it. `made` is the PDF of this build; without
 * one, that in the folder is offered if it was made from the same texts. `pages` is 0 when nothing was written.
 */
export async function writeSite(
  book: Book,
  settings: Settings,
  stages: Stages,
  made?: SitePaper,
): Promise<{ pages: number; findings: readonly Finding[] }> {
  return stages.run('Making the website', async () => {
    const { composeSite } = await import('../site/compose-site.ts')
    const { paper, findings } = made ? { paper: made, findings: [] } : await paperInFolder(book, settings)
    const all: Finding[] = applyRules(findings, settings.publication)
    let pages = 0
    const fill: Parameters<typeof publishFolder>[1] = async ({ write }) => {
      const site = await composeSite(book, settings, paper, write)
      const found = applyRules(site.findings, settings.publication)
      all.push(...found)
      const fit = isFit(found, settings)
      pages = fit ? site.pages : 0
      return fit
    }
    const texts = digestOfTexts(await inputsOf(book, settings))
    const unwritten = await publishFolder(siteFolder(settings), fill, texts)
    return { pages: unwritten.length > 0 ? 0 : pages, findings: [...all, ...unwritten] }
  })
}

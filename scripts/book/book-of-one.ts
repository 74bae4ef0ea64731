// A book that is a single text: no covers, no contents, no index.
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import { listHeadings } from './headings.ts'

export function bookOfOne(chapter: Chapter, settings: Settings): Book {
  const section = {
    id: chapter.prefix,
    kind: 'chapter',
    chapter: 0,
    title: chapter.matter.title,
    short: chapter.matter.short,
    number: '',
    standfirst: chapter.matter.standfirst,
    part: 0,
    numbering: 'arabic',
    starts: 'any',
    runsOn: false,
    heads: { left: '', right: '' },
  } as const
  const headings = listHeadings([section], [chapter], settings)
  const nothing = { contents: [], caseStudies: [], exhibits: [], credits: [], index: [], sources: [] }
  return {
    form: 'book',
    sections: [section],
    chapters: [chapter],
    ...nothing,
    headings,
    findings: chapter.findings,
  }
}

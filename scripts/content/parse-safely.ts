// A fault of ours in one file must not hide what is to be said about the others.

import { splitFrontMatter } from '../ground/yaml/split-front-matter.ts'
import type { Chapter, Source } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { readFrontMatter } from './front-matter/read-front-matter.ts'
import { type ParseTools, parseChapter } from './parse-chapter.ts'
import type { ParseContext } from './parse-context.ts'

export function parseSafely(source: Source, context: ParseContext, tools: ParseTools = {}): Chapter {
  try {
    return parseChapter(source, context, tools)
  } catch (fault) {
    return unparsed(source, context, failed(source, fault))
  }
}

export const failed = ({ file }: Source, fault: unknown): Finding =>
  finding('stage-completes', { file }, { stage: 'reading this file' }, fault)

/** A chapter without text, and a finding of why. */
export function unparsed(source: Source, context: ParseContext, why: Finding): Chapter {
  const { file, kind, number, prefix, level } = source
  const { matter } = readFrontMatter(
    { reading: splitFrontMatter('', file).matter, file, kind, title: { text: file, from: 'title' } },
    context,
  )
  return {
    file,
    kind,
    number,
    prefix,
    level,
    matter,
    body: { type: 'root' as const, children: [] },
    headings: [],
    links: [],
    images: [],
    exhibits: [],
    indexMarks: [],
    text: [],
    outline: [],
    forms: [],
    findings: [...source.findings, why],
  }
}

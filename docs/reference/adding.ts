// “How to add what”, from the table that stands in CONTRIBUTING.md.
import { readFileSync } from 'node:fs'
import type { RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Page, paragraph } from './markdown.ts'

export function addingPage(): Page {
  const { children } = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(readFileSync('CONTRIBUTING.md', 'utf8'))
  const tables = children.filter((node): node is Table => node.type === 'table')
  return {
    title: 'How to add what',
    standfirst: 'What is added brings everything with it, and has one place.',
    content: [
      paragraph(
        'If a change needs more places than its row names, the design is at fault, and is mended first. `npm run test:all` says what a change must pass, and `npm test` most of it within minutes.',
      ),
      ...(tables as RootContent[]),
    ],
  }
}

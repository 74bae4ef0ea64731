// npm run bench: how long whole builds take against a bare print by the same browser, and what they hold in memory.
import { Command, InvalidArgumentError, Option } from 'commander'
import { LONG, measureAll, type Results, ROUNDS, SECTIONS, type Wishes } from './measure.ts'
import {
  bookTable,
  editionTable,
  growthLines,
  peerTable,
  photographTable,
  previewTable,
  scalingTable,
  targetTable,
  websiteTable,
} from './tables.ts'
import { closeWorkplace, openWorkplace, type Workplace } from './workplace.ts'

const program = new Command('bench')
  .description(
    'Times whole builds of long books against a bare print. Figures on standard output, as tables in Markdown, the rest on standard error.',
  )
  .option('--pages <list>', 'books of about so many pages', numbers, [60, 480, 1920])
  .option('--rounds <number>', `rounds a book (default: ${ROUNDS}, one above ${LONG} pages)`, positive)
  .addOption(
    new Option('--only <what>', 'leave the others out; peers are measured where they are asked for').choices(
      SECTIONS,
    ),
  )
  .option('--minutes <number>', 'no round is begun that would probably end later', positive, 30)
  .option('--json', 'the figures as JSON')
  .action(main)

await program.parseAsync()

async function main(wishes: Wishes): Promise<void> {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort())
  try {
    const results = await withWorkplace((workplace) => measureAll(wishes, workplace, ending.signal, tell))
    process.stdout.write(wishes.json ? `${JSON.stringify(results, null, 2)}\n` : inWords(results))
    process.exitCode = results.skipped.length === 0 ? 0 : 1
  } catch (error) {
    if (!ending.signal.aborted) throw error
    process.exitCode = 130
  }
}

async function withWorkplace<T>(work: (workplace: Workplace) => Promise<T>): Promise<T> {
  const workplace = await openWorkplace()
  try {
    return await work(workplace)
  } finally {
    await closeWorkplace(workplace)
  }
}

function inWords(results: Results): string {
  const { machine, books, paper, photographs, editions, scaling, websites, previews, peers, skipped } =
    results
  const built = [...books, ...(paper ? [paper] : [])]
  const blocks = [
    `Node ${machine.node}, ${machine.cores} cores${machine.browser && `, ${machine.browser}`}. Medians; × is times the bare print of the same round.`,
    targetTable(results),
    built.length > 0 ? bookTable(built) : '',
    growthLines(books),
    editions ? editionTable(editions) : '',
    scaling ? scalingTable(scaling) : '',
    previews ? previewTable(previews) : '',
    photographs ? photographTable(photographs) : '',
    websites ? websiteTable(websites) : '',
    peers ? peerTable(peers) : '',
    skipped.length > 0 ? `Not measured:\n${skipped.map((line) => `  ${line}`).join('\n')}` : '',
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

function numbers(list: string): number[] {
  return list.split(',').map(positive)
}

function positive(value: string): number {
  const number = Number(value)
  if (!(number > 0)) throw new InvalidArgumentError('It is no number above 0.')
  return number
}

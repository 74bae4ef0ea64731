import type { CommanderError } from 'commander'
import { program } from '../../scripts/commands/program.ts'
import type { Ended } from '../e2e/run-whitepaper.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * The command from its words to its exit status, within this process: it is loaded, and begins in a fifth of the time
 * of one of its own. One after the other, for all share one standard error.
 */
export function whitepaperHere(...words: readonly string[]): Promise<Ended> {
  const ended = last.then(() => run(words))
  last = ended.catch(() => undefined)
  return ended
}

async function run(words: readonly string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' }
  const [before, own] = [process.exitCode, { stdout: process.stdout.write, stderr: process.stderr.write }]
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = (piece: unknown) => {
      written[name] += String(piece)
      return true
    }
  try {
    process.exitCode = undefined
    await program.parseAsync(words, { from: 'user' })
    return { status: Number(process.exitCode ?? 0), ...written }
  } catch (error) {
    const { code, exitCode } = error as CommanderError
    if (!code?.startsWith('commander.')) throw error
    return { status: exitCode === 0 ? 0 : 2, ...written }
  } finally {
    process.exitCode = before
    process.stdout.write = own.stdout
    process.stderr.write = own.stderr
  }
}

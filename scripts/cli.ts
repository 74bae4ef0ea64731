// argv → one command. Whatever goes wrong on the way ends in one sentence and a status.

import { writeSync } from 'node:fs'
import { program } from './commands/program.ts'
import { withoutCommands } from './report/workflow-commands.ts'

// `--report json | head -1`: whoever stops reading does not stop the work, nor change how it ended.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') giveUp(error)
  })
}
// What is thrown where nobody can catch it, such as by a browser that may not be run.
process.on('uncaughtException', giveUp)

program.parseAsync().catch((error: Error & { code?: string; exitCode?: number }) => {
  if (!error.code?.startsWith('commander.')) giveUp(error)
  process.exitCode = error.exitCode === 0 ? 0 : 2
})

/** One sentence and status 2. A browser that runs is ended on the way out. */
function giveUp({ message }: Error): never {
  try {
    writeSync(process.stderr.fd, `whitepaper: ${withoutCommands(message.split('\n')[0] ?? '')}\n`)
  } finally {
    process.exit(2)
  }
}

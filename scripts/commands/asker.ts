// Questions to a person at a terminal. Nothing is ever asked where nobody can answer.
import type { Readable, Writable } from 'node:stream'
import type { CANCEL_SYMBOL } from '@clack/prompts'
import type { Options } from '../build/resolve-settings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'

export interface Asker {
  readonly text: (question: string, example: string) => Promise<string>
  /** One of the choices, each with what it means. */
  readonly one: (question: string, choices: Readonly<Record<string, string>>) => Promise<string>
  /** At least one of the choices where `needed`. */
  readonly several: (
    question: string,
    choices: readonly string[],
    needed: boolean,
  ) => Promise<readonly string[]>
}

export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Undefined in CI, where input or output is a file or a pipe, and where nothing but findings is to be said. */
export function askerAt(terminal: Terminal, { quiet, report }: Options): Asker | undefined {
  const { stdin, stdout, stderr, env } = terminal
  const isWatched = stdin.isTTY === true && stdout.isTTY === true && stderr.isTTY === true
  const isAutomatic = !['', '0', 'false', undefined].includes(env.CI)
  const isSilent = quiet === true || (report !== undefined && report !== 'text')
  return isWatched && !isAutomatic && !isSilent ? openAsker(stdin, stderr) : undefined
}

function openAsker(input: Readable, output: Writable): Asker {
  return {
    text: async (message, placeholder) => {
      const { text } = await import('@clack/prompts')
      const isMissing = (words = ''): string | undefined =>
        words.trim() === '' ? 'Write something.' : undefined
      return answered(text({ message, placeholder, validate: isMissing, input, output }))
    },
    one: async (message, choices) => {
      const { select } = await import('@clack/prompts')
      const options = Object.entries(choices).map(([value, hint]) => ({ value, label: value, hint }))
      return answered(select({ message, options, input, output }))
    },
    several: async (message, choices, required) => {
      const { autocompleteMultiselect } = await import('@clack/prompts')
      const options = choices.map((value) => ({ value, label: value }))
      const placeholder = 'type to search'
      return answered(
        autocompleteMultiselect({
          message,
          options,
          required,
          placeholder,
          maxItems: 8,
          input,
          output,
        }),
      )
    },
  }
}

/**
 * Ctrl-C or Escape gives a symbol. Ctrl-D gives nothing: the question stays open, and there is nothing left to wait
 * for.
 */
async function answered<T extends string | readonly string[]>(
  question: Promise<T | typeof CANCEL_SYMBOL>,
): Promise<T> {
  let leave = (): void => {}
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined)
    process.once('beforeExit', leave)
  })
  const answer = await Promise.race([question, left]).finally(() => process.off('beforeExit', leave))
  if (typeof answer === 'symbol' || answer === undefined)
    throw new WrongUseError('Stopped. Nothing was written.', 'Run the command again when you are ready.')
  return answer
}

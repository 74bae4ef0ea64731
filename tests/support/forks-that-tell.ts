import { ForksPoolWorker, type PoolRunnerInitializer, type WorkerRequest } from 'vitest/node'

type Listener = Parameters<ForksPoolWorker['on']>[1]

/** A process of the runner that ends untold says how and at which file: the runner itself only says that one did. */
class ForkThatTells extends ForksPoolWorker {
  override readonly name = 'forks-that-tell'
  readonly #telling = new Map<Listener, Listener>()
  #file = ''

  override send(message: WorkerRequest): void {
    if (message.type === 'run') this.#file = message.context.files[0]?.filepath ?? ''
    super.send(message)
  }

  override on(event: string, callback: Listener): void {
    if (event === 'exit') this.#onExit(callback)
    else super.on(event, callback)
  }

  #onExit(callback: Listener): void {
    const telling = (status: number | null, signal: NodeJS.Signals | null): void => {
      const end = signal ?? `status ${status}`
      process.stderr.write(`A process of the test runner ended by ${end} in ${this.#file}.\n`)
      callback(status)
    }
    this.#telling.set(callback, telling as Listener)
    super.on('exit', telling as Listener)
  }

  override off(event: string, callback: Listener): void {
    super.off(event, this.#telling.get(callback) ?? callback)
    this.#telling.delete(callback)
  }
}

/** Libraries are tried as users have them: their builds for development check each step that they take. */
const withoutDevelopment = (flags: readonly string[]): string[] =>
  flags.filter((flag, index) => flag !== 'development' && flags[index + 1] !== 'development')

export const forksThatTell: PoolRunnerInitializer = {
  name: 'forks-that-tell',
  createPoolWorker: (options) =>
    new ForkThatTells({ ...options, execArgv: withoutDevelopment(options.execArgv) }),
}

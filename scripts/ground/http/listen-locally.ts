// How this machine is told from all others: what is shown here is for its own browsers, and for nobody else.
import type { Server } from 'node:http'

/**
 * Another website could reach this one by a name that it lets point here. Only names that mean this machine are
 * answered.
 */
export const isLocal = (host = ''): boolean => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)

/** Rejects when the port is taken. Port 0 takes any free one. The result is the address. */
export function listenLocally(server: Server, port: number): Promise<string> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      // A connection that cannot be taken ends neither the others nor the program.
      server.on('error', () => {})
      const address = server.address()
      done(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/`)
    })
  })
}

/** Those who still look are sent away. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

import { join } from 'node:path'
import { addressHere, HANDBOOK, pageOfRule } from '../ground/handbook.ts'
import { pathInRepository } from './repository.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where whoever reads a report can open the page of a rule: on GitHub, where the handbook is among the files of that
 * repository; elsewhere on this machine. A runner of GitHub is gone when its report is read: a handbook that it had
 * installed has no address.
 */
export function addressOfRule(id: string, top: string, environment: Environment): string | undefined {
  const page = pageOfRule(id)
  if (environment.GITHUB_ACTIONS !== 'true') return addressHere(page)
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = environment
  const path = pathInRepository(top, join(HANDBOOK, page))
  if (!server || !name || path === undefined || path.split('/').includes('node_modules')) return undefined
  return `${server}/${name}/blob/HEAD/${path}`
}

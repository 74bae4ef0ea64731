import { homedir } from 'node:os'

/** '' where a user has none, such as in a container under a number that it does not know. */
export function homeOfUser(): string {
  try {
    return homedir()
  } catch {
    return ''
  }
}

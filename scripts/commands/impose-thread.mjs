// Where the thread that imposes a stranger's file begins: Node must first learn to read TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./impose-thread.ts')

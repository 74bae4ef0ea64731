// Where the thread that reads a paper begins: Node must first learn to read TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./read-thread.ts')

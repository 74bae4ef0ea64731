// Where a worker thread begins: Node must first learn to read TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./convert-worker.ts')

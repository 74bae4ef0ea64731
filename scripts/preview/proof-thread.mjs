// Where the thread that reads the preview's pages back begins: Node must first learn to read TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./proof-thread.ts')

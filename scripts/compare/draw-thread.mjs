// Where the thread that draws pages begins: Node must first learn to read TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./draw-thread.ts')

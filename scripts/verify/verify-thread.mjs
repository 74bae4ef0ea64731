// Where the thread that reads a stranger's file begins: Node must first learn to read TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./verify-thread.ts')

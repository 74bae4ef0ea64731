#!/usr/bin/env node
// Registers the TypeScript loader, then hands over to the program.
import { register } from 'tsx/esm/api'

register()
await import('../scripts/cli.ts')

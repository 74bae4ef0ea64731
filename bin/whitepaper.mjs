#!/usr/bin/env node
// Hands over to the program.
import { run } from './program.mjs'

await run('cli.ts')

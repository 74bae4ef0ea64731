// Runs before each file of tests. What a module beside the tests registers by itself counts for the first file alone:
// modules stay loaded.
import { afterAll } from 'vitest'
import { removeFolders } from './publication-folder.ts'

afterAll(removeFolders)

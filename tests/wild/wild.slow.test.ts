// Small publications in the manner of real ones: what people have in their folders, each with what must be printed
// and said.
import { expectPublications } from '../support/expect-publications.ts'

expectPublications('tests/wild')

// Small texts in the manner of what people have, each with one thing that once went wrong.
import { expectPublications } from '../support/expect-publications.ts'

expectPublications('tests/cases')

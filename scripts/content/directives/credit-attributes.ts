// Whose pictures are, said of a block.
import { printedValue, value } from './attribute.ts'

export const CREDIT_ATTRIBUTES = {
  credit: printedValue('person', 'whose it is: `Photograph: the harbour office`; printed behind the caption'),
  licence: printedValue('role', 'under which licence: `CC BY 4.0`'),
  consent: value(
    'whether whoever is shown agrees: `given`, `public-post`, `asked` or `unknown`, words may follow; stands in the list of pictures',
  ),
}

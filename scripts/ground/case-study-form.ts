// What stands in the form for a case study, and by what one that was filled in is read.

/** Before the name of a field, in the tag of its control. */
export const FORM_TAG = 'case-study:'
/** The parts of the text are `section.1`, `section.2`; what others can use is `steps`. */
export const SECTION_TAG = 'section'
export const STEPS_TAG = 'steps'
export const HEADING_TAG = 'heading'

/** Stands in a field until something is written there. */
export const PLACEHOLDERS = {
  text: 'Write here',
  choice: 'Choose one',
  story: 'Write or paste the text here',
} as const
/** The picture that stands there until it is replaced, by its alternative text. */
export const PICTURE_PLACEHOLDER = 'The photograph goes here'

export const HINT = 'Hint: '
export const NEEDED = ' (needed)'

export const FORM_WORDS = {
  title: 'A case study',
  how: 'Write into the fields, and leave those as they are that you cannot fill in. For more rows, choose the plus sign at the end of the last one, or copy it. The headings of the text are yours to change. Save the file as a Word document (.docx), and send it back.',
  facts: 'At a glance',
  story: 'The text',
  asked: 'What is asked',
  answer: 'Your answer',
  steps: 'What others can use',
} as const

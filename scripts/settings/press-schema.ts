import { z } from 'zod'

const text = z.string()

/** What can be printed on: tissue to board. The bleed that printers ask for is 3 mm, seldom 5. */
export const pressSchema = z.strictObject({
  bleedMm: z.number().min(0).max(20).default(3).describe('What goes over the edge, to be cut off'),
  colour: z
    .enum(['cmyk', 'rgb'])
    .default('cmyk')
    .describe('Four inks, or calibrated colours for the printer to convert'),
  profile: text.default('').describe('The printer’s own colour profile, an ICC file; FOGRA39 without it'),
  condition: text.default('').describe('What the profile’s printing condition is called, such as FOGRA51'),
  inkLimit: z
    .number()
    .min(100)
    .max(400)
    .default(300)
    .describe('Per cent of ink on one spot, all four together'),
  cover: z.enum(['self', 'wrap']).default('self').describe('Folded and stapled, or bound with a spine'),
  paper: z
    .strictObject({
      name: text.default('').describe('What the paper is called'),
      gsm: z.number().min(20).max(1000).default(115).describe('Its weight in grams a square metre'),
      bulk: z.number().min(0.5).max(4).default(0.9).describe('How thick it is for its weight, in cm³/g'),
    })
    .prefault({})
    .describe('The paper: the spine is as thick as its leaves'),
  blanks: z
    .boolean()
    .default(false)
    .describe('For staples: blank pages before the back cover, up to a multiple of four'),
})

// The inside of a thread that converts pictures.
import { openColours } from '../../ground/colour/colours.ts'
import { type Answer, answerOf, type ThreadStart } from './convert-in-threads.ts'
import type { PictureTask } from './picture-task.ts'

export async function begin({ pressProfile }: ThreadStart): Promise<(task: PictureTask) => Promise<Answer>> {
  const colours = await openColours(pressProfile)
  return (task) => answerOf(task, colours)
}

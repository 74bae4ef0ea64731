import type { Element } from 'hast'

/** A task that is done, or not. */
export const checkBox = ({ properties }: Element): string => (properties.checked ? '☑' : '☐')

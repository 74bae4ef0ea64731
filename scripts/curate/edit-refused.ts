/** A change that cannot be made; its message is a sentence for the author. */
export class EditRefused extends Error {}

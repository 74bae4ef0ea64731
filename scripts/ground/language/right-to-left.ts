const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)\b/i

/** Whether a language is written from right to left. */
export const isRightToLeft = (language: string | undefined): boolean => RIGHT_TO_LEFT.test(language ?? '')

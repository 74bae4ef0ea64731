// “see” and “see also”, by which an index sends its reader to another term, as authors of many languages write them.
const SEE = 'see|siehe|voir|véase|ver|vedi|zie|zob(?:acz|\\.)|viz|se|lásd|gweler'
const ALSO = 'also|auch|aussi|también|também|anche|ook|też|také|även|også|még|hefyd'

/** At the end of a term: `; see microblogging`. Groups: `also`, the other term. */
export const SEE_OTHER = new RegExp(String.raw`;\s*(?:${SEE})\s+(?:(${ALSO})\s+)?([^;\]]+)`, 'iu')

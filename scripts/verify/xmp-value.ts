/** A simple property of an XMP packet, written as an element or as an attribute; '' when it is not there. */
export const xmpValue = (xmp: string, property: string): string =>
  new RegExp(`<${property}>\\s*([^<]*?)\\s*</${property}>|\\b${property}="([^"]*)"`)
    .exec(xmp)
    ?.slice(1)
    .find(Boolean) ?? ''

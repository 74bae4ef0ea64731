/** Addresses at which everybody sees a post, on services that show others nothing else under such an address. */
const PUBLIC =
  /^https?:\/\/(?:(?:www\.|mobile\.)?(?:twitter|x)\.com\/[^/]+\/status(?:es)?\/\d+|bsky\.app\/profile\/[^/]+\/post\/\w+|[^/]+\/(?:@[^/]+|users\/[^/]+\/statuses)\/\d+)/i

/** A post on Twitter, Bluesky or Mastodon. Elsewhere an address says nothing of who may see what is there. */
export const isOfPublicPost = (url: string): boolean => PUBLIC.test(url)

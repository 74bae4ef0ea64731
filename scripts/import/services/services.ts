// Every kind of archive that is read, in the order in which they are tried: what lies in the archive of one account is
// not taken for something else, and photographs, which are in most, come last.
import type { Service } from '../archived-post.ts'
import { bluesky } from './bluesky.ts'
import { blueskyAnswers } from './bluesky-answers.ts'
import { facebook } from './facebook.ts'
import { flickr } from './flickr.ts'
import { instagram } from './instagram.ts'
import { lines } from './lines.ts'
import { mails } from './mails.ts'
import { mastodon } from './mastodon.ts'
import { mastodonAnswers } from './mastodon-answers.ts'
import { photographs } from './photographs.ts'
import { sheets } from './sheets.ts'
import { twitter } from './twitter.ts'
import { webArchives } from './web-archives.ts'
import { webPages } from './web-pages.ts'
import { whatsapp } from './whatsapp.ts'

export const SERVICES: readonly Service[] = [
  twitter,
  mastodon,
  bluesky,
  instagram,
  facebook,
  flickr,
  blueskyAnswers,
  mastodonAnswers,
  sheets,
  whatsapp,
  mails,
  webPages,
  webArchives,
  lines,
  photographs,
]

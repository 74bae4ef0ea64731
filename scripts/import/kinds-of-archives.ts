// Every kind of archive that an import reads, for the help and the handbook: what is given, and what of it is read.
// Apart from the services that read them, which nobody needs who only asks.

export const KINDS = {
  twitter: {
    given: 'Twitter, X',
    read: 'the account archive as a zip, unpacked, or its `tweets.js` with the parts beside it; long posts whole',
  },
  mastodon: {
    given: 'Mastodon',
    read: 'the account archive as a zip, unpacked, or its `outbox.json`; an older `.tar.gz` must be unpacked first',
  },
  'mastodon-answers': {
    given: 'Mastodon, saved answers',
    read: 'statuses, timelines, contexts and searches of the API as JSON, one or several; pictures beside them under their own names',
  },
  bluesky: {
    given: 'Bluesky',
    read: 'the repository, a `.car`; its pictures are not in it, but are found beside it under their own names (`bafkrei….jpg`)',
  },
  'bluesky-answers': {
    given: 'Bluesky, saved answers',
    read: 'threads, searches and feeds of the public API as JSON (`getPostThread`, `searchPosts`, `getAuthorFeed`), one or several; pictures beside them under their own names',
  },
  instagram: {
    given: 'Instagram',
    read: 'the export of an account as JSON, as a zip or unpacked: posts, stories and reels with their pictures',
  },
  facebook: {
    given: 'Facebook',
    read: 'the export of an account or a page as JSON, as a zip or unpacked: its posts with their pictures',
  },
  flickr: {
    given: 'Flickr',
    read: 'the data export, its `photo_….json` and the pictures in one folder or zip',
  },
  whatsapp: {
    given: 'WhatsApp',
    read: 'the export of a chat with its media, as a zip or unpacked (`_chat.txt`, `WhatsApp Chat with ….txt`), of iPhone and Android in any language; lines of WhatsApp itself are left out',
  },
  mails: {
    given: 'mails',
    read: '`.eml` files and `.mbox` folders with the photographs that are attached; quoted mails and signatures are left out, and no address is kept',
  },
  sheets: {
    given: 'a sheet of posts',
    read: 'CSV or Excel, a row a post: address, author, text, time, picture; `--columns author=Name,text=Message` names the columns that are not known by their names; pictures are files beside it',
  },
  'web-pages': {
    given: 'saved web pages',
    read: 'the posts that a page shows, `.html` with the folder beside it or `.mhtml`: pages and searches of X, of Twitter as it was, stories with embedded posts, and pages whose posts are marked as such (h-entry)',
  },
  'web-archives': {
    given: 'web archives',
    read: '`.warc`, `.warc.gz` or `.wacz`: the posts of the same pages, and the pictures that were archived with them',
  },
  lines: {
    given: 'lines pasted at a terminal',
    read: '`npx whitepaper import -`: a line a post, or parts with blank lines between them; `10:32 Ann Example (@ann): The room is full https://…`, of which all but the words can be left out',
  },
  photographs: {
    given: 'photographs',
    read: 'a folder of JPEG, PNG, WebP or TIFF with what is written in them (EXIF, IPTC, XMP)',
  },
} as const

export type KindName = keyof typeof KINDS

/** For the help: one below the other. */
export const kindsInWords = (): string =>
  ['', 'What is read:', ...Object.values(KINDS).map(({ given, read }) => `  ${given}: ${read}`)].join('\n')

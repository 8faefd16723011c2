/** News as programs follow it: RSS 2.0 and JSON Feed 1.1, of the same items. */

export type Feed = {
  title: string
  about: string
  /** The page that it is about, and the feed's own address. */
  page: string
  self: string
  language: string
  items: readonly FeedItem[]
}
/** `id`: another one each time that something happens to the same thing. */
export type FeedItem = { id: string; title: string; text: string; url: string; at: Date; tag: string }

export function writeRss({ title, about, page, self, language, items }: Feed): string {
  const head = [
    element('title', title),
    element('link', page),
    element('description', about),
    element('language', language === 'en' ? 'en-gb' : language),
    ...(items[0] ? [element('lastBuildDate', items[0].at.toUTCString())] : []),
    element('ttl', '60'),
    `<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`,
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
${[...head, ...items.map(rssItem)].join('\n')}
</channel></rss>
`
}

function rssItem({ id, title, text, url, at, tag }: FeedItem): string {
  const parts = [
    element('title', title),
    element('link', url),
    element('description', escaped(text)),
    element('category', tag),
    element('pubDate', at.toUTCString()),
    `<guid isPermaLink="false">${escaped(id)}</guid>`,
  ]
  return `<item>${parts.join('')}</item>`
}

export function writeJsonFeed({ title, about, page, self, language, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    ...{ title, description: about, home_page_url: page, feed_url: self, language },
    items: items.map(({ id, title, text, url, at, tag }) => ({
      ...{ id, url, title, content_text: text, date_published: at.toISOString(), tags: [tag] },
    })),
  })
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`
}

/** Also without what XML cannot hold at all. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

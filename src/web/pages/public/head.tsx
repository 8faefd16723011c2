/** What search engines and whoever shares a page are told of it: what it is about, where it really is, its other language. */
import { type Language, languages } from '../../../words/index.ts'
import type { Visit } from '../../page-context.tsx'

type About = {
  title: string
  about: string
  /** Its address without what is a reader's own; left out where it is the page's path. */
  path?: string | undefined
  /** What it is, in the words of schema.org. */
  data?: object | undefined
}

export function headOf(c: Visit, { title, about, path = c.req.path, data }: About) {
  const { t, deps } = c.var
  const at = (language?: Language) => inLanguage(new URL(path, deps.config.baseUrl), language)
  const canonical = at(t.language === 'en' ? undefined : t.language)
  return (
    <>
      <meta name="description" content={about} />
      <link rel="canonical" href={canonical} />
      {languages.map(language => (
        <link key={language} rel="alternate" hreflang={language} href={at(language === 'en' ? undefined : language)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={at()} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={canonical} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content={t.language === 'cy' ? 'cy_GB' : 'en_GB'} />
      {data && <Data data={data} />}
    </>
  )
}

/** Read by search engines and run by nobody. */
function Data({ data }: { data: object }) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}

/** English has the plain address. */
function inLanguage(url: URL, language: Language | undefined): string {
  if (language) url.searchParams.set('lang', language)
  return url.href
}

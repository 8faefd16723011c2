/** Every route, browsable: swagger-ui from our own address, started by a script of its own, under the strict policy. */
import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { asset } from '../../ui/assets.ts'
import { html } from '../../ui/html.ts'

const folder = paths.apiReference
const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}
const start = `SwaggerUIBundle({
  url: '${paths.apiDocument}', dom_id: '#reference', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0,
  presets: [SwaggerUIBundle.presets.apis], layout: 'BaseLayout', validatorUrl: null, persistAuthorization: false,
})
`

export const apiReference = new Hono<PublicEnv>()
  .get(folder, c => c.html(html(<Reference t={c.var.t} />)))
  .get(`${folder}/start.js`, c => c.body(start, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  .get(`${folder}/files/:name`, c => {
    const name = c.req.param('name')
    const type = types[name]
    if (!type) throw absent()
    const file = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`))
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=86400',
      'Content-Length': String(statSync(file).size),
    }
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, headers)
  })

function Reference({ t }: { t: T }) {
  return (
    <html lang={t.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t('api.referenceTitle')} – ${t('nav.brand')}`}</title>
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={`${folder}/files/swagger-ui.css`} />
        <script defer src={`${folder}/files/swagger-ui-bundle.js`} />
        <script defer src={`${folder}/start.js`} />
      </head>
      <body>
        <p>
          <a href={paths.apiDocs}>{t('api.back')}</a>
        </p>
        <h1>{t('api.referenceTitle')}</h1>
        <main id="reference">
          <noscript>
            {t('api.noScript')} <a href={paths.apiDocument}>{t('api.document')}</a>
          </noscript>
        </main>
      </body>
    </html>
  )
}

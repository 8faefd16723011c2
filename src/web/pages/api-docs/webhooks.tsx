/** API-3: what a webhook sends, how to know that it is from here, and how to answer. */
import { webhookKinds } from '../../../domain/webhook.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { Code } from './code.tsx'

const arrives = `POST /your/address HTTP/1.1
content-type: application/json
webhook-id: 7b0c2f4e-1d52-4a0e-9d3e-5f6a7b8c9d0e
webhook-timestamp: 1782037921
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{
  "type": "referral.accepted",
  "timestamp": "2026-06-21T10:32:01.000Z",
  "data": {
    "event": 48211,
    "network": "0192c0de-0000-4000-8000-000000000001",
    "referral": { "id": "0192c0de-0000-4000-8000-000000000002", "reference": "K7QF-2M9XH" }
  }
}`

const verify = `import { createHmac, timingSafeEqual } from 'node:crypto'

/** \`body\`: the text as it arrived, before it is parsed. */
export function isGenuine(headers, body, secret) {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': given = '' } = headers
  if (!(Math.abs(Date.now() / 1000 - at) < 300)) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const own = Buffer.from('v1,' + createHmac('sha256', key).update(\`\${id}.\${at}.\${body}\`).digest('base64'))
  const same = one => one.length === own.length && timingSafeEqual(one, own)
  return given.split(' ').some(one => same(Buffer.from(one)))
}`

/** `mayAdd`: the page where they are kept is the reader's too. */
export function Webhooks({ t, mayAdd }: { t: T; mayAdd: boolean }) {
  return (
    <Card title={t('api.webhooks.title')} id="webhooks">
      <p>
        {t('api.webhooks.text')} {mayAdd && <a href={paths.webhooks}>{t('api.webhooks.add')}</a>}
      </p>
      <Code code={arrives}>{t('api.webhooks.sent')}</Code>
      <Code code={verify}>{t('api.webhooks.check')}</Code>
      <h3>{t('api.webhooks.answerTitle')}</h3>
      <ul class="how-to">
        {(['answer', 'retries', 'order', 'twice', 'log'] as const).map(rule => (
          <li key={rule}>{t(`api.webhooks.${rule}`)}</li>
        ))}
      </ul>
      <Table
        caption={t('api.webhooks.events')}
        columns={[
          { heading: t('api.webhooks.type'), cell: kind => <code>{`referral.${kind}`}</code> },
          { heading: t('api.webhooks.when'), cell: kind => t(`webhook.kind.${kind}`) },
        ]}
        rows={webhookKinds}
        keyOf={kind => kind}
      />
    </Card>
  )
}

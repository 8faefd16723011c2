/** Commands that work as they stand: with the reader's own network where we know it. */
import type { Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Code } from './code.tsx'

export type Example = { network: string; wording: string; category: string; name: string | null }

export function exampleOf(network: Network | undefined): Example {
  const category = [...(network?.categories.values() ?? [])].find(({ retired }) => !retired)
  if (!network?.wording || !category)
    return { network: 'NETWORK', wording: 'WORDING', category: 'CATEGORY', name: null }
  return { network: network.id, wording: network.wording.id, category: category.id, name: network.name }
}

export function QuickStart({ t, baseUrl, example }: { t: T; baseUrl: string; example: Example }) {
  return (
    <Card title={t('api.start.title')}>
      <ol class="how-to">
        {stepsOf(t, baseUrl, example).map(({ text, code }) => (
          <li key={code}>
            <Code code={code}>{text}</Code>
          </li>
        ))}
      </ol>
      <p class="small">{example.name ? t('api.start.own', { network: example.name }) : t('api.start.ids')}</p>
    </Card>
  )
}

function stepsOf(t: T, baseUrl: string, example: Example) {
  const api = `${baseUrl}/api/v1`
  const key = '-H "Authorization: Bearer $ONWARD_KEY"'
  return [
    {
      text: t('api.start.key'),
      code: `export ONWARD_KEY=$(npm run --silent onward -- token create --email you@example.org \\\n  --scopes directory:read,referrals:read,referrals:write)`,
    },
    { text: t('api.start.who'), code: `curl ${key} ${api}/me` },
    {
      text: t('api.start.look'),
      code: `curl ${key} ${api}/networks\ncurl ${key} "${api}/categories?network=${example.network}"`,
    },
    {
      text: t('api.start.ask'),
      code: post(`${api}/suggestions`, key, {
        network: example.network,
        needs: [example.category],
        postcode: 'L4 0TH',
      }),
    },
    {
      text: t('api.start.send'),
      code: post(`${api}/referrals`, `${key} -H "Idempotency-Key: $(uuidgen)"`, orderOf(example)),
    },
  ]
}

function post(url: string, headers: string, body: object): string {
  return `curl ${headers} -H "Content-Type: application/json" ${url} -d '${JSON.stringify(body, null, 2)}'`
}

function orderOf({ network, wording, category }: Example) {
  return {
    network,
    submission: {
      person: { firstName: 'Alex', lastName: 'Example', phone: '07700 900123' },
      address: { postcode: 'L4 0TH' },
      safeContact: { channels: ['phone'] },
      needs: [category],
      circumstances: 'Has asked for help at home.',
    },
    consent: { given: true, wordingId: wording, how: 'spoken' },
  }
}

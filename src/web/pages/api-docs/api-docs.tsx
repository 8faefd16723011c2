/** About the API: a quick start that works, keys, lists, errors, and the way to the reference. */

import { Hono } from 'hono'
import { readNetworks } from '../../../db/networks.ts'
import { listTokens, type OwnToken } from '../../../db/tokens.ts'
import { type Actor, may, scopes } from '../../../domain/policy.ts'
import { problemStatus } from '../../../domain/problem.ts'
import { formatDate, formatDateTime, type T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import { type Example, exampleOf, QuickStart } from './quick-start.tsx'
import { Reports } from './reports.tsx'
import { Fhir, OpenReferral } from './standards.tsx'
import { Webhooks } from './webhooks.tsx'

export const apiDocs = new Hono<PublicEnv>().get(paths.apiDocs, async c => {
  const { t, actor, ctx, deps } = c.var
  const networkIds = actor?.networks.slice(0, 1).map(({ id }) => id) ?? []
  const [network] = networkIds.length > 0 ? await readNetworks(ctx.db, networkIds) : []
  const keys = actor ? await listTokens(ctx.db, actor.userId) : null
  const { baseUrl } = deps.config
  const mayAdd = actor !== null && may(actor, 'keepWebhooks')
  const view = <Docs {...{ t, actor, baseUrl, keys, mayAdd }} example={exampleOf(network)} now={ctx.now()} />
  return render(c, view, { title: t('api.name') })
})

type Props = {
  t: T
  actor: Actor | null
  baseUrl: string
  example: Example
  keys: OwnToken[] | null
  mayAdd: boolean
  now: Date
}

function Docs({ t, actor, baseUrl, example, keys, mayAdd, now }: Props) {
  return (
    <>
      <PageHead title={t('api.title')} lead={t('api.lead')}>
        <ButtonGroup>
          <LinkButton href={paths.apiReference}>{t('api.reference')}</LinkButton>
          <LinkButton href={paths.apiDocument} look="quiet">
            {t('api.document')}
          </LinkButton>
        </ButtonGroup>
      </PageHead>
      <Stack>
        <QuickStart t={t} baseUrl={baseUrl} example={example} />
        <Keys t={t} keys={keys} now={now} />
        <Card title={t('api.lists.title')}>
          <p>{t('api.lists.text')}</p>
        </Card>
        <Reports t={t} baseUrl={baseUrl} actor={actor} />
        <Webhooks t={t} mayAdd={mayAdd} />
        <Fhir t={t} baseUrl={baseUrl} />
        <OpenReferral t={t} baseUrl={baseUrl} />
        <Errors t={t} />
      </Stack>
    </>
  )
}

function Keys({ t, keys, now }: Pick<Props, 't' | 'keys' | 'now'>) {
  return (
    <Card title={t('api.keys.title')}>
      <p>{t('api.keys.text')}</p>
      <Table
        caption={t('api.keys.scopes')}
        columns={[
          { heading: t('api.keys.scope'), cell: scope => <code>{scope}</code> },
          { heading: t('api.keys.opens'), cell: scope => t(`api.keys.opensText.${scope}`) },
        ]}
        rows={scopes}
        keyOf={scope => scope}
      />
      {keys?.length === 0 && <p>{t('api.keys.none')}</p>}
      {keys && keys.length > 0 && <OwnKeys t={t} keys={keys} now={now} />}
    </Card>
  )
}

function OwnKeys({ t, keys, now }: { t: T; keys: OwnToken[]; now: Date }) {
  const end = ({ revokedAt, expiresAt }: OwnToken) =>
    revokedAt || expiresAt < now ? t('api.keys.ended') : formatDate(t, expiresAt)
  return (
    <Table
      caption={t('api.keys.yours')}
      columns={[
        { heading: t('api.keys.name'), cell: ({ name }) => name },
        { heading: t('api.keys.scopes'), cell: key => key.scopes.join(', ') },
        {
          heading: t('api.keys.lastUsed'),
          cell: ({ lastUsedAt }) => (lastUsedAt ? formatDateTime(t, lastUsedAt) : t('api.keys.never')),
        },
        { heading: t('api.keys.until'), cell: end },
      ]}
      rows={keys}
      keyOf={({ id }) => id}
    />
  )
}

type Code = keyof typeof problemStatus
const codes = (Object.keys(problemStatus) as Code[]).toSorted((a, b) => problemStatus[a] - problemStatus[b])

function Errors({ t }: { t: T }) {
  return (
    <Card title={t('api.errors.title')}>
      <p>{t('api.errors.text')}</p>
      <Table
        caption={t('api.errors.title')}
        hideCaption
        columns={[
          { heading: t('api.errors.code'), cell: code => <code id={code}>{code}</code> },
          { heading: t('api.errors.status'), cell: code => problemStatus[code], number: true },
          { heading: t('api.errors.meaning'), cell: code => t(`api.errors.meanings.${code}`) },
        ]}
        rows={codes}
        keyOf={code => code}
      />
    </Card>
  )
}

/** API-3: the webhooks that somebody keeps, each with how it fares. */
import { Hono } from 'hono'
import { listWebhooks, type Webhook } from '../../../db/webhooks/keep.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Keeper, keepersOf } from './load.ts'

export const webhookList = new Hono<PageEnv>().get(paths.webhooks, async c => {
  const { t, ctx, actor } = c.var
  const [keepers, webhooks] = await Promise.all([keepersOf(c), listWebhooks(ctx.db, actor)])
  const view = (
    <>
      <PageHead title={t('webhook.title')} lead={t('webhook.lead')} />
      <div class="stack">
        {c.req.query('done') === 'deleted' && (
          <Notice tone="success" live>
            <p>{t('webhook.done.deleted')}</p>
          </Notice>
        )}
        {keepers.map(keeper => (
          <Kept key={keeper.id} t={t} keeper={keeper} webhooks={webhooks} alone={keepers.length === 1} />
        ))}
        <p>
          <a href={`${paths.apiDocs}#webhooks`}>{t('webhook.docs')}</a>
        </p>
      </div>
    </>
  )
  return render(c, view, { title: t('webhook.title'), width: 'narrow' })
})

type KeptProps = { t: T; keeper: Keeper; webhooks: readonly Webhook[]; alone: boolean }

function Kept({ t, keeper: { id, name }, webhooks, alone }: KeptProps) {
  const own = webhooks.filter(one => one.organisationId === id || one.networkId === id)
  return (
    <Card
      title={name}
      id={`of-${id}`}
      flush={own.length > 0}
      aside={
        <LinkButton look="quiet" small icon="plus" href={paths.newWebhook(id)}>
          {t('webhook.add')}
          {!alone && <span class="hidden"> {t('webhook.addFor', { name })}</span>}
        </LinkButton>
      }
    >
      {own.length === 0 ? (
        <Empty icon="send" title={t('webhook.none')}>
          {t('webhook.noneText')}
        </Empty>
      ) : (
        <ul class="entries">
          {own.map(one => (
            <li class="entry" key={one.id}>
              <div>
                <p>
                  <a href={paths.webhook(one.id)}>{one.name}</a> <WebhookTag t={t} webhook={one} />
                </p>
                <p class="small">{one.address}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function WebhookTag({ t, webhook: { offAt, offWhy, failingSince } }: { t: T; webhook: Webhook }) {
  if (offWhy === 'failing') return <Tag tone="bad">{t('webhook.offFailing')}</Tag>
  if (offAt) return <Tag>{t('webhook.off')}</Tag>
  return failingSince ? <Tag tone="wait">{t('webhook.failing')}</Tag> : <Tag tone="good">{t('webhook.on')}</Tag>
}

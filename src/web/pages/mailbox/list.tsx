/** All messages, for administrators: what became of each, and what is held. */
import { Hono } from 'hono'
import { z } from 'zod'
import { type KeptMessage, listMessages, messagesPerPage } from '../../../db/mailbox.ts'
import { formatDateTime, isKey, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Rows } from '../../ui/rows.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

export const mailbox = new Hono<PageEnv>().get('/mailbox', async c => {
  const { t, actor, ctx, deps } = c.var
  const before = z.uuid().safeParse(c.req.query('before')).data ?? null
  const messages = await listMessages(ctx.db, actor, before)
  const view = <Mailbox t={t} messages={messages} kept={deps.config.smtpUrl === null} />
  return render(c, view, { title: t('mail.box.title') })
})

function Mailbox({ t, messages, kept }: { t: T; messages: KeptMessage[]; kept: boolean }) {
  const shown = messages.slice(0, messagesPerPage)
  const last = messages.length > messagesPerPage ? shown.at(-1) : undefined
  return (
    <>
      <PageHead title={t('mail.box.title')} lead={t(kept ? 'mail.box.leadKept' : 'mail.box.lead')} />
      {shown.length === 0 ? (
        <Empty title={t('mail.box.empty')} />
      ) : (
        <Card flush>
          <Rows label={t('mail.box.title')} rows={shown.map(one => rowOf(t, one, kept))} />
        </Card>
      )}
      <Pager older={last && `${paths.mailbox}?before=${last.id}`} />
    </>
  )
}

function rowOf(t: T, message: KeptMessage, kept: boolean) {
  const { id, to, reference, createdAt } = message
  return {
    id,
    href: paths.message(id),
    name: titleOf(t, message),
    tags: <State t={t} kept={kept} {...message} />,
    text: [to ?? t('mail.box.person'), reference, formatDateTime(t, createdAt)].filter(Boolean).join(' · '),
  }
}

/** Without a mail server what is sent is kept. */
export function State({ t, status, kept }: { t: T; kept: boolean } & Pick<KeptMessage, 'status'>) {
  return <Tag tone={tones[status]}>{t(`mail.box.states.${kept && status === 'sent' ? 'kept' : status}`)}</Tag>
}

const tones: Record<KeptMessage['status'], Tone> = { queued: 'wait', sent: 'good', held: 'bad', dropped: 'plain' }

export function titleOf(t: T, { template }: Pick<KeptMessage, 'template'>): string {
  if (template === 'reset') return t('mail.reset.title')
  if (template === 'email_change') return t('mail.account.confirm.title')
  if (template === 'email_changed') return t('mail.account.changed.title')
  if (template === 'second_step_off') return t('mail.account.stepOff.title')
  if (template === 'digest') return t('mail.digest.name')
  if (template === 'invitation') return t('mail.invitation.link')
  const key = [`mail.notice.${template}.title`, `mail.joining.${template}.title`].find(isKey)
  return key ? t(key as 'mail.notice.asked.title') : t('mail.person.title')
}

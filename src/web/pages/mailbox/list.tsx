/** All messages, for administrators: what became of each, and what is held. */
import { Hono } from 'hono'
import { z } from 'zod'
import { type KeptMessage, listMessages, messagesPerPage } from '../../../db/mailbox.ts'
import { formatDateTime, isKey, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type Column, Table } from '../../ui/table.tsx'
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
        <Table caption={t('mail.box.title')} hideCaption columns={columns(t)} rows={shown} keyOf={({ id }) => id} />
      )}
      <Pager older={last && `${paths.mailbox}?before=${last.id}`} />
    </>
  )
}

function columns(t: T): Column<KeptMessage>[] {
  return [
    { heading: t('mail.box.what'), cell: one => <a href={paths.message(one.id)}>{titleOf(t, one)}</a> },
    { heading: t('mail.box.to'), cell: ({ to }) => to ?? t('mail.box.person') },
    { heading: t('mail.reference'), cell: ({ reference }) => reference ?? '' },
    { heading: t('mail.box.when'), cell: ({ createdAt }) => formatDateTime(t, createdAt) },
    { heading: t('mail.box.state'), cell: message => <State t={t} {...message} /> },
  ]
}

export function State({ t, status }: { t: T } & Pick<KeptMessage, 'status'>) {
  return <Tag tone={tones[status]}>{t(`mail.box.states.${status}`)}</Tag>
}

const tones: Record<KeptMessage['status'], Tone> = { queued: 'wait', sent: 'good', held: 'bad', dropped: 'plain' }

export function titleOf(t: T, { template }: KeptMessage): string {
  if (template === 'reset') return t('mail.reset.title')
  if (template === 'invitation') return t('mail.invitation.link')
  const key = `mail.notice.${template}.title`
  return isKey(key) ? t(key as 'mail.notice.asked.title') : t('mail.person.title')
}

/** One message: what became of it, what it says in the demonstration, and “send again” where it is held. */
import { Hono } from 'hono'
import { z } from 'zod'
import { sendAgain } from '../../../actions/send-again.ts'
import { type KeptMessage, readMessage } from '../../../db/mailbox.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { readKeptText } from './kept-text.ts'
import { State, titleOf } from './list.tsx'

export const message = new Hono<PageEnv>()
  .get('/mailbox/:id', async c => {
    const { t, actor, ctx, deps } = c.var
    const found = await readMessage(ctx.db, actor, idOf(c.req.param('id')))
    if (!found) throw absent()
    const text = await readKeptText(deps, found)
    const shown = { t, message: found, text, kept: deps.config.smtpUrl === null }
    const view = <MessagePage {...shown} again={c.req.query('done') === 'again'} />
    return render(c, view, { title: titleOf(t, found) })
  })
  .post('/mailbox/:id/again', async c => {
    const id = idOf(c.req.param('id'))
    await sendAgain(c.var.ctx, id)
    return c.redirect(`${paths.message(id)}?done=again`, 303)
  })

function idOf(text: string): string {
  const id = z.uuid().safeParse(text)
  if (!id.success) throw absent()
  return id.data
}

type Shown = { t: T; message: KeptMessage; text: string | null; kept: boolean; again: boolean }

function MessagePage({ t, message, text, kept, again }: Shown) {
  return (
    <Stack>
      <BackLink href={paths.mailbox}>{t('mail.box.title')}</BackLink>
      <PageHead title={titleOf(t, message)} />
      {again && <Notice tone="success">{t('mail.box.sentAgain')}</Notice>}
      <Card>
        <Facts facts={factsOf(t, message, kept)} />
        {message.status === 'held' && (
          <Form action={`${paths.message(message.id)}/again`}>
            <Button>{t('mail.box.sendAgain')}</Button>
          </Form>
        )}
      </Card>
      <Card title={t('mail.box.text')}>{text === null ? <p>{t('mail.box.notKept')}</p> : <Text text={text} />}</Card>
    </Stack>
  )
}

function factsOf(t: T, message: KeptMessage, kept: boolean) {
  const { to, reference, createdAt, attempts, lastError } = message
  return [
    { name: t('mail.box.to'), value: to ?? t('mail.box.person') },
    { name: t('mail.reference'), value: reference },
    { name: t('mail.box.when'), value: formatDateTime(t, createdAt) },
    { name: t('mail.box.state'), value: <State t={t} kept={kept} {...message} /> },
    { name: t('mail.box.tries'), value: String(attempts) },
    { name: t('mail.box.error'), value: lastError },
  ]
}

/** Paragraph by paragraph, addresses as links. */
function Text({ text }: { text: string }) {
  const blocks = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/)
  return blocks.map(block => (
    <p key={block}>
      {block.split('\n').map((line, at) => (
        <>
          {at > 0 && <br />}
          {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
        </>
      ))}
    </p>
  ))
}

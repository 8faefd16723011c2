/** Letters that did not go, for the network's coordinator: why, to whom, and what can be done. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { settleHeld } from '../../../actions/settle-held.ts'
import { type HeldMessage, listHeld } from '../../../db/held-messages.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { hasDoor } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { EmailField } from '../../ui/text-field.tsx'
import { workingNetwork } from '../joining/working-network.ts'
import { titleOf } from '../mailbox/list.tsx'
import { idOf } from '../services/load.ts'

const correction = z.strictObject({ address: z.email({ error: 'email' }).max(254, { error: 'too_long' }) })
const acts = ['again', 'leave', 'correct'] as const
type Wrong = { id: string; values: FormValues; errors: FormErrors }

export const heldMessages = new Hono<PageEnv>()
  .get(paths.heldMessages, c => show(c))
  .post('/system/messages/:id/:act{again|leave|correct}', async c => {
    const id = idOf(c.req.param('id'))
    const act = acts.find(one => one === c.req.param('act')) ?? 'again'
    if (act === 'correct') {
      const form = read(correction, c.var.form)
      if (!form.ok)
        return show(c, {
          id,
          values: form.typed,
          errors: wordErrors(c.var.t, form.errors, { address: 'preferences.held.error' }),
        })
      await settleHeld(c.var.ctx, id, { act, address: form.value.address })
    } else await settleHeld(c.var.ctx, id, { act })
    return c.redirect(`${paths.heldMessages}?done=${act}`, 303)
  })

async function show(c: Context<PageEnv>, wrong?: Wrong) {
  const { t, ctx } = c.var
  const network = await workingNetwork(c)
  const held = await listHeld(ctx.db, network.id)
  const done = acts.find(act => act === c.req.query('done'))
  const view = (
    <>
      <BackLink href={paths.system}>{t('system.title')}</BackLink>
      <PageHead
        over={network.name}
        title={held.length > 0 ? t('preferences.held.heading', { count: held.length }) : t('preferences.held.none')}
        lead={held.length > 0 ? t('preferences.held.lead') : undefined}
      />
      <div class="stack">
        {done && (
          <Notice tone="success" live>
            <p>{t(`preferences.held.done.${done}`)}</p>
          </Notice>
        )}
        {held.length === 0 && (
          <Card>
            <Empty icon="circle-check" title={t('preferences.held.none')}>
              {t('preferences.held.noneText')}
            </Empty>
          </Card>
        )}
        {held.map(message => (
          <Held key={message.id} t={t} message={message} wrong={wrong?.id === message.id ? wrong : undefined} />
        ))}
      </div>
    </>
  )
  return render(c, view, { title: t('preferences.held.title'), width: 'narrow', errors: wrong?.errors ?? {} })
}

function Held({ t, message, wrong }: { t: T; message: HeldMessage; wrong: Wrong | undefined }) {
  const { id, to, organisation, email, reference, referralId, createdAt, lastError, kind } = message
  const who = [to, organisation === to ? null : organisation, email].filter(Boolean).join(', ')
  return (
    <Card title={titleOf(t, message)}>
      <Facts
        facts={[
          { name: t('preferences.held.to'), value: kind === 'person' ? t('preferences.held.person') : who },
          {
            name: t('preferences.held.about'),
            value: reference && referralId && <a href={paths.referral(referralId)}>{reference}</a>,
          },
          { name: t('preferences.held.when'), value: formatDateTime(t, createdAt) },
          { name: t('preferences.held.why'), value: reasonOf(t, lastError) },
        ]}
      />
      {kind === 'team' && (
        <Form
          action={paths.heldMessage(id, 'correct')}
          values={wrong?.values ?? { address: email ?? '' }}
          errors={wrong?.errors ?? {}}
        >
          <div class="find">
            <EmailField name="address" label={t('preferences.held.correctLabel')} autocomplete="off" />
            <Button look="quiet">{t('preferences.held.correct')}</Button>
          </div>
        </Form>
      )}
      <ButtonGroup>
        <Form plain action={paths.heldMessage(id, 'again')}>
          <Button>{t('preferences.held.again')}</Button>
        </Form>
        <Form plain action={paths.heldMessage(id, 'leave')}>
          <Button look="quiet">{t('preferences.held.leave')}</Button>
        </Form>
        {kind === 'user' && hasDoor(`GET ${paths.users}`) && <a href={paths.users}>{t('preferences.held.users')}</a>}
      </ButtonGroup>
    </Card>
  )
}

/** What the other server's code means; the code itself for who looks after the mail. */
function reasonOf(t: T, code: string | null): string {
  const reason = t(`preferences.held.reason.${meaningOf(code ?? '')}`)
  return code ? t('preferences.held.code', { reason, code }) : reason
}

function meaningOf(code: string): 'address' | 'full' | 'refused' | 'away' {
  if (code === 'address' || /\b5\.1\.\d|^55[013]\b/.test(code)) return 'address'
  if (/\b[45]\.2\.2\b|^[45]52\b/.test(code)) return 'full'
  return code.startsWith('5') ? 'refused' : 'away'
}

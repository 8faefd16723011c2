/** API-3: adding a webhook and changing one; its secret is in the answer to the form alone. */
import { type Context, Hono } from 'hono'
import { changeSecret, keepWebhook } from '../../../actions/webhooks/change.ts'
import { makeWebhook } from '../../../actions/webhooks/make.ts'
import { webhookForm, webhookKinds } from '../../../domain/webhook.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkboxes } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { allowedBy, type Keeper, keepersOf, webhookOf } from './load.ts'

const words = {
  'name.required': 'webhook.nameMissing',
  'address.required': 'webhook.addressMissing',
  kinds: 'webhook.kindsMissing',
} as const
const fresh: FormValues = { kinds: [...webhookKinds] }

export const webhookForms = new Hono<PageEnv>()
  .get('/webhooks/new', async c => showNew(c, await keeperFor(c)))
  .post('/webhooks/new', async c => {
    const keeper = await keeperFor(c)
    const form = read(webhookForm, c.var.form)
    if (!form.ok) return showNew(c, keeper, form.typed, wordErrors(c.var.t, form.errors, words))
    const made = await orErrors(c.var.t, makeWebhook(c.var.ctx, keeper.owner, form.value, allowedBy(c)))
    if ('errors' in made) return showNew(c, keeper, form.typed, made.errors)
    return showSecret(c, { id: made.done.id, name: form.value.name }, made.done.secret)
  })
  .get('/webhooks/:id/edit', async c => {
    const { id, name, address, kinds } = await webhookOf(c)
    return showEdit(c, id, { name, address, kinds })
  })
  .post('/webhooks/:id/edit', async c => {
    const { id } = await webhookOf(c)
    const form = read(webhookForm, c.var.form)
    if (!form.ok) return showEdit(c, id, form.typed, wordErrors(c.var.t, form.errors, words))
    const kept = await orErrors(c.var.t, keepWebhook(c.var.ctx, id, form.value, allowedBy(c)))
    if ('errors' in kept) return showEdit(c, id, form.typed, kept.errors)
    return c.redirect(`${paths.webhook(id)}?done=saved`, 303)
  })
  .post('/webhooks/:id/secret', async c => {
    const { id, name } = await webhookOf(c)
    const secret = await changeSecret(c.var.ctx, id)
    const { oldUntil } = await webhookOf(c)
    return showSecret(c, { id, name, oldUntil }, secret)
  })

/** By the address: the organisation or the network. Left out: the first that there is. */
async function keeperFor(c: Context<PageEnv>): Promise<Keeper> {
  const keepers = await keepersOf(c)
  const wanted = c.req.query('for')
  const found = wanted ? keepers.find(({ id }) => id === wanted) : keepers[0]
  if (!found) throw absent()
  return found
}

async function orErrors<R>(t: T, work: Promise<R>): Promise<{ done: R } | { errors: FormErrors }> {
  try {
    return { done: await work }
  } catch (problem) {
    return { errors: fieldErrorOf(t, problem) }
  }
}

function showNew(c: Context<PageEnv>, { id, name }: Keeper, values = fresh, errors: FormErrors = {}) {
  const { t } = c.var
  const title = t('webhook.newTitle')
  const view = (
    <>
      <BackLink href={paths.webhooks}>{t('webhook.title')}</BackLink>
      <PageHead title={title} lead={t('webhook.newLead', { name })} />
      <Fields t={t} action={paths.newWebhook(id)} values={values} errors={errors} button={t('webhook.make')} />
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

function showEdit(c: Context<PageEnv>, id: string, values: FormValues, errors: FormErrors = {}) {
  const { t } = c.var
  const title = t('webhook.editTitle')
  const view = (
    <>
      <BackLink href={paths.webhook(id)}>{t('webhook.about')}</BackLink>
      <PageHead title={title} />
      <Fields t={t} action={paths.editWebhook(id)} values={values} errors={errors} button={t('webhook.save')} />
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

type FieldsProps = { t: T; action: string; values: FormValues; errors: FormErrors; button: string }

function Fields({ t, action, values, errors, button }: FieldsProps) {
  return (
    <Form action={action} values={values} errors={errors}>
      <Card>
        <div class="stack">
          <TextField name="name" label={t('webhook.name')} hint={t('webhook.nameHint')} autocomplete="off" />
          <TextField name="address" label={t('webhook.address')} hint={t('webhook.addressHint')} autocomplete="off" />
          <Checkboxes
            name="kinds"
            legend={t('webhook.kinds')}
            choices={webhookKinds.map(value => ({ value, label: t(`webhook.kind.${value}`) }))}
          />
        </div>
      </Card>
      <div>
        <Button>{button}</Button>
      </div>
    </Form>
  )
}

type Made = { id: string; name: string; oldUntil?: Date | null }

/** No address leads to it again. */
function showSecret(c: Context<PageEnv>, { id, name, oldUntil }: Made, secret: string) {
  const { t } = c.var
  const title = t('webhook.secretTitle')
  const view = (
    <>
      <BackLink href={paths.webhooks}>{t('webhook.title')}</BackLink>
      <PageHead title={title} lead={t('webhook.secretLead')} />
      <div class="stack">
        <Card title={t('webhook.secret', { name })} id="secret" aside={<CopyButton text={secret} />}>
          <p class="app-key">
            <code>{secret}</code>
          </p>
          {oldUntil && <p class="small">{t('webhook.secretOverlap', { when: formatDateTime(t, oldUntil) })}</p>}
        </Card>
        <ButtonGroup>
          <LinkButton href={paths.webhook(id)}>{t('webhook.copied')}</LinkButton>
        </ButtonGroup>
      </div>
    </>
  )
  return render(c, view, { title, islands: ['copy'], width: 'narrow' })
}

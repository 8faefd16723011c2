/** ADM-1: an administrator makes a network and says who coordinates it. */
import { type Context, Hono } from 'hono'
import { startNetwork } from '../../../actions/start-network.ts'
import { listAllNetworks } from '../../../db/all-networks.ts'
import { networkStart } from '../../../domain/network-start.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { Key, T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { keepSession, visitorOf } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, FormSection } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Invited } from './invited.tsx'

const words: Readonly<Record<string, Key>> = {
  'name.required': 'start.network.nameMissing',
  'slug.slug': 'start.network.slugWrong',
  'slug.taken': 'start.network.slugTaken',
  'organisationName.required': 'start.network.organisationMissing',
  'coordinator.choose': 'start.network.coordinatorMissing',
  'coordinator.not_yours': 'start.network.notYours',
  'email.email': 'start.network.emailMissing',
  'email.not_theirs': 'start.network.notTheirs',
}

export const newNetworkPage = new Hono<PageEnv>()
  .get(paths.newNetwork, c => show(c, {}))
  .post(paths.newNetwork, async c => {
    const form = read(networkStart, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(c.var.t, form.errors, words))
    try {
      const { id, session } = await startNetwork(c.var.ctx, form.value, visitorOf(c))
      if (session) await keepSession(c, session)
      return c.redirect(session ? `${paths.checklist}?network=${id}` : `${paths.networks}?done=invited`, 303)
    } catch (error) {
      if (!isProblem(error) || !error.field || !error.values.reason) throw error
      const told = [{ field: error.field, code: String(error.values.reason) }]
      return show(c, form.typed, wordErrors(c.var.t, told, words))
    }
  })

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors = {}) {
  const { t, ctx } = c.var
  const isFirst = (await listAllNetworks(ctx.db)).length === 0
  const view = (
    <>
      <PageHead title={isFirst ? t('start.network.first') : t('start.network.title')} lead={t('start.network.lead')} />
      <Form action={paths.newNetwork} values={values} errors={errors}>
        <Fields t={t} />
        <Button>{t('start.network.go')}</Button>
      </Form>
    </>
  )
  return render(c, view, { title: t('start.network.title'), errors, width: 'narrow' })
}

function Fields({ t }: { t: T }) {
  return (
    <>
      <FormSection id="about" title={t('start.network.about')}>
        <TextField name="name" label={t('start.network.name')} hint={t('start.network.nameHint')} autocomplete="off" />
        <TextField
          name="slug"
          label={t('start.network.slug')}
          hint={t('start.network.slugHint')}
          optional
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          name="organisationName"
          label={t('start.network.organisation')}
          hint={t('start.network.organisationHint')}
          autocomplete="organization"
        />
      </FormSection>
      <section class="card form-section">
        <Radios
          name="coordinator"
          legend={t('start.network.coordinator')}
          choices={[
            { value: 'self', label: t('start.network.self'), hint: t('start.network.selfHint') },
            {
              value: 'invite',
              label: t('start.network.invite'),
              hint: t('start.network.inviteHint'),
              reveals: <Invited t={t} />,
            },
          ]}
        />
      </section>
    </>
  )
}

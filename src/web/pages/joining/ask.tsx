/** NET-3: the public page on which an organisation asks to join. Nobody is signed in, nothing is kept in the browser. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { askToJoin } from '../../../actions/ask-to-join.ts'
import { findPublicNetwork, type PublicNetwork } from '../../../db/joining.ts'
import { readNetwork } from '../../../db/networks.ts'
import { requestForm } from '../../../domain/joining.ts'
import { formatList, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { EmailField, PhoneField, TextField } from '../../ui/text-field.tsx'

const address = '/networks/:slug/join'

export const askPage = new Hono<PublicEnv>()
  .get(address, async c => {
    const network = await find(c)
    return c.req.query('done') === 'sent' ? showSent(c, network) : show(c, network, {}, {})
  })
  .post(address, async c => {
    const network = await find(c)
    const form = read(requestForm, c.var.form)
    if (!form.ok) return show(c, network, form.typed, wordErrors(c.var.t, form.errors))
    await askToJoin(c.var.ctx, network.slug, form.value, addressOf(c))
    return c.redirect(`${paths.askToJoin(network.slug)}?done=sent`, 303)
  })

async function find(c: Context<PublicEnv>): Promise<PublicNetwork> {
  const network = await findPublicNetwork(c.var.deps.database.db, c.req.param('slug') ?? '')
  if (!network) throw absent()
  return network
}

function addressOf(c: Context<PublicEnv>): string {
  return getConnInfo(c).remote.address ?? ''
}

async function show(c: Context<PublicEnv>, network: PublicNetwork, values: FormValues, errors: FormErrors) {
  const { t } = c.var
  const title = t('joining.public.title', { network: network.name })
  const areas = network.areas.length > 0 && t('joining.public.areas', { areas: formatList(t, network.areas) })
  const view = (
    <>
      <PageHead title={title} lead={t('joining.public.lead', { network: network.name })} />
      <Form values={values} errors={errors}>
        {areas && <p>{areas}</p>}
        <p>
          <a href={publicPaths.welcome(network.slug)}>{t('joining.public.welcome', { network: network.name })}</a>
        </p>
        <Fields t={t} />
        <p class="small">{t('joining.public.privacy')}</p>
        <div class="buttons">
          <Button icon="send">{t('joining.public.go')}</Button>
          <a href={paths.signIn}>{t('joining.public.member')}</a>
        </div>
      </Form>
    </>
  )
  const of = await readNetwork(c.var.deps.database.db, network.id)
  return render(c, view, { title, errors, width: 'narrow', of })
}

function Fields({ t }: { t: T }) {
  return (
    <>
      <Card title={t('joining.public.organisation')} id="organisation">
        <div class="stack">
          <TextField
            name="organisationName"
            label={t('joining.public.name')}
            autocomplete="organization"
            spellcheck={false}
          />
          <TextArea name="whatItDoes" label={t('joining.public.whatItDoes')} hint={t('joining.public.whatHint')} />
          <TextField name="area" label={t('joining.public.area')} optional />
          <TextField
            name="website"
            label={t('joining.public.website')}
            optional
            autocomplete="url"
            spellcheck={false}
          />
        </div>
      </Card>
      <Card title={t('joining.public.you')} id="you">
        <div class="stack">
          <TextField
            name="contactName"
            label={t('joining.public.contactName')}
            autocomplete="name"
            spellcheck={false}
          />
          <EmailField
            name="contactEmail"
            label={t('joining.public.contactEmail')}
            hint={t('joining.public.contactHint')}
            autocomplete="email"
            width="l"
          />
          <PhoneField name="contactPhone" label={t('joining.public.contactPhone')} optional autocomplete="tel" />
        </div>
      </Card>
      <div hidden>
        <TextField name="fax" label={t('joining.public.fax')} autocomplete="off" />
      </div>
    </>
  )
}

async function showSent(c: Context<PublicEnv>, network: PublicNetwork) {
  const { t } = c.var
  const title = t('joining.public.sentTitle')
  const view = (
    <>
      <PageHead over={network.name} title={title} lead={t('joining.public.sentText')} />
      <p>
        <a href={publicPaths.welcome(network.slug)}>{t('joining.public.welcome', { network: network.name })}</a>
      </p>
    </>
  )
  return render(c, view, { title, width: 'centred', of: await readNetwork(c.var.deps.database.db, network.id) })
}

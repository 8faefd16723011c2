/** FORM-13: the coordinator's page of links into the form, sites that may show it, and self-referral. */
import { type Context, Hono } from 'hono'
import { nameEntryLink, revokeEntryLink } from '../../../actions/change-entry-link.ts'
import { inTransaction } from '../../../actions/context.ts'
import { keepSettings } from '../../../actions/keep-settings.ts'
import { makeEntryLink } from '../../../actions/make-entry-link.ts'
import { listEntryLinks, listPartners } from '../../../db/entry-links.ts'
import { countHeld } from '../../../db/held.ts'
import { entryLinkForm, entryNameForm, mostEmbedOrigins, readOrigins } from '../../../domain/entry.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Notice } from '../../ui/notice.tsx'
import { idOf } from '../services/load.ts'
import { EmbeddingCard } from './entry-embedding.tsx'
import { Links, MakeCard } from './entry-link-cards.tsx'
import { SelfReferralCard } from './entry-self.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

export const entryLinks = new Hono<PageEnv>()
  .get('/system/entry-links', async c => show(c, await loadSettings(c)))
  .post('/system/entry-links', async c => {
    const settings = await loadSettings(c)
    const who = String(c.var.form.get('who') ?? '')
    c.var.form.delete('who')
    const typed = { ...Object.fromEntries(c.var.form), who }
    c.var.form.set('kind', who === 'self' ? 'self' : 'link')
    if (who !== 'partner') c.var.form.set('organisationId', '')
    const form = read(entryLinkForm, c.var.form)
    const errors = {
      ...(form.ok ? {} : wordErrors(c.var.t, form.errors, { label: 'entry.labelMissing' })),
      ...whoErrors(c, settings, who),
    }
    if (!form.ok || Object.keys(errors).length > 0) return show(c, settings, { make: typed, errors })
    try {
      const id = await makeEntryLink(c.var.ctx, settings.network.id, form.value)
      return c.redirect(`${settings.at(`${paths.entryLinks}?done=made`)}#l-${id}`, 303)
    } catch (problem) {
      return show(c, settings, { make: typed, errors: fieldErrorOf(c.var.t, problem) })
    }
  })
  .post('/system/entry-links/settings', async c => {
    const settings = await loadSettings(c)
    const typed = String(c.var.form.get('embedOrigins') ?? '')
    const { origins, wrong } = readOrigins(typed)
    const error =
      wrong.length > 0
        ? c.var.t('entry.originsWrong', { wrong: wrong.slice(0, 3).join(', ').slice(0, 200) })
        : origins.length > mostEmbedOrigins && c.var.t('entry.originsMany', { count: mostEmbedOrigins })
    if (error) return show(c, settings, { keep: { embedOrigins: typed }, errors: { embedOrigins: error } })
    await keepSettings(c.var.ctx, settings.network.id, { entry: { embedOrigins: origins } }, {})
    return c.redirect(settings.at(`${paths.entryLinks}?done=settings`), 303)
  })
  .post('/system/entry-links/:id/name', async c => {
    const settings = await loadSettings(c)
    const id = idOf(c.req.param('id'))
    const typed = String(c.var.form.get(`label-${id}`) ?? '')
    const form = entryNameForm.safeParse({ label: typed })
    if (!form.success)
      return show(c, settings, {
        renaming: { id, label: typed },
        errors: { [`label-${id}`]: c.var.t('entry.labelMissing') },
      })
    await nameEntryLink(c.var.ctx, { networkId: settings.network.id, id }, form.data.label)
    return c.redirect(`${settings.at(`${paths.entryLinks}?done=named`)}#l-${id}`, 303)
  })
  .post('/system/entry-links/:id/revoke', async c => {
    const settings = await loadSettings(c)
    await revokeEntryLink(c.var.ctx, { networkId: settings.network.id, id: idOf(c.req.param('id')) })
    return c.redirect(settings.at(`${paths.entryLinks}?done=revoked`), 303)
  })

function whoErrors(c: Context<PageEnv>, { network }: Settings, who: string): FormErrors {
  if (who === 'partner' && !c.var.form.get('organisationId'))
    return { organisationId: c.var.t('entry.organisationMissing') }
  if (who === 'self' && network.settings.selfReferral === 'off') return { who: c.var.t('entry.selfOff') }
  return ['anybody', 'partner', 'self'].includes(who) ? {} : { who: c.var.t('problem.field.choose') }
}

type Shown = {
  make?: FormValues
  keep?: FormValues
  renaming?: { id: string; label: string }
  errors?: FormErrors
}
/** What waits stands above everything else; the page of it is reached in any case. */
function Held({ t, count, href }: { t: T; count: number; href: string }) {
  if (count === 0)
    return (
      <p>
        <a href={href}>{t('entry.held.page')}</a>
      </p>
    )
  return (
    <Notice tone="warning" title={t('entry.held.count', { count })}>
      <p>
        <a href={href}>{t('entry.held.see')}</a>
      </p>
    </Notice>
  )
}

function doneWords(t: T, done: string | undefined): string | null {
  if (done === 'made' || done === 'named' || done === 'revoked') return t(`entry.${done}`)
  return done === 'settings' ? t('entry.settingsSaved') : null
}

async function show(c: Context<PageEnv>, settings: Settings, { make, keep, renaming, errors = {} }: Shown = {}) {
  const { t, ctx } = c.var
  const { network } = settings
  const [links, partners, held] = await Promise.all([
    listEntryLinks(ctx.db, network.id),
    listPartners(ctx.db, network.id),
    inTransaction(ctx, trx => countHeld(trx, [network.id])),
  ])
  const did = doneWords(t, c.req.query('done'))
  const isPlain = Object.keys(errors).length === 0
  const site = { t, settings, links, baseUrl: ctx.baseUrl, secret: ctx.secret }
  const kept = keep ?? { embedOrigins: network.settings.embedOrigins.join('\n') }
  const view = (
    <SettingsFrame settings={settings} part="entry-links" title={t('entry.title')} lead={t('entry.lead')}>
      {isPlain && did && (
        <Notice tone="success" live>
          <p>{did}</p>
        </Notice>
      )}
      <Held t={t} count={held} href={settings.at(paths.held)} />
      <Links {...site} renaming={renaming} errors={errors} />
      <MakeCard {...site} partners={partners} values={make ?? { who: 'anybody' }} errors={make ? errors : {}} />
      <SelfReferralCard {...site} />
      <EmbeddingCard {...site} values={kept} errors={keep ? errors : {}} />
    </SettingsFrame>
  )
  return render(c, view, { title: t('entry.title'), errors, islands: ['copy'] })
}

/** The form itself: one page in sections, kept as it is typed; Enter goes on to the services, never to sending. */
import { Hono } from 'hono'
import { z } from 'zod'
import { formatTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { partlyHtml } from '../../ui/html.ts'
import { Beside } from '../../ui/layout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SideList } from '../../ui/side-list.tsx'
import { type Draft, findDraft, findReferral, keep, newDraft, type Page, today, typedIn } from './draft.ts'
import { bearing, fill, textOf, wordFormErrors } from './filled.ts'
import { Journey } from './journey.tsx'
import { type Located, locate, PlaceShown } from './place.tsx'
import { anchorOf, partsOf, Sections } from './sections.tsx'

export const formPage = new Hono<PageEnv>()
  .get('/refer/:draft', async c => {
    const draft = (await findDraft(c)) ?? (await begin(c, c.req.query('network')))
    if (draft === 'sent') return c.redirect(paths.sent((await findReferral(c))?.id ?? ''), 303)
    if (!draft) return c.redirect(paths.refer, 303)
    const located = await locate(c.var.ctx.db, draft.network, textOf(draft.body.typed, 'address.postcode'))
    const errors = c.req.query('look') ? errorsIn(c, draft, located) : {}
    return show(c, draft, located, errors)
  })
  .post('/refer/:draft', async c => {
    const go = String(c.var.form.get('go') ?? '')
    const draft = await take(c)
    if (draft === 'sent') return c.redirect(paths.sent((await findReferral(c))?.id ?? ''), 303)
    if (go === 'later') return c.redirect(`${paths.home}?done=draft`, 303)
    const located = await locate(c.var.ctx.db, draft.network, textOf(draft.body.typed, 'address.postcode'))
    if (go === 'place') return show(c, draft, located, {})
    const errors = errorsIn(c, draft, located)
    if (Object.keys(errors).length > 0) return show(c, draft, located, errors)
    return c.redirect(paths.draftServices(draft.id), 303)
  })
  .post('/refer/:draft/save', async c => {
    const draft = await take(c)
    if (draft === 'sent') throw absent()
    return c.json({ saved: c.var.t('form.saved', { time: formatTime(c.var.t, c.var.ctx.now()) }) })
  })
  .post('/refer/:draft/place', async c => {
    const { t, ctx } = c.var
    const typed = typedIn(c.var.form)
    const draft = (await findDraft(c)) ?? (await begin(c, networkIn(c)))
    if (!draft || draft === 'sent') throw absent()
    const located = await locate(ctx.db, draft.network, textOf(typed, 'address.postcode'))
    return c.html(partlyHtml(t, <PlaceShown t={t} network={draft.network} located={located} />))
  })

type FormPage = Page & Parameters<typeof render>[0]

/** Keeps what was posted. Only the page of a draft that was never kept names its network; so one that was deleted stays so. */
async function take(c: FormPage): Promise<Draft | 'sent'> {
  const networkId = networkIn(c)
  const typed = typedIn(c.var.form)
  const draft = (await findDraft(c)) ?? (await begin(c, networkId))
  if (draft === 'sent') return 'sent'
  if (!draft) throw absent()
  const consent = bearing(typed) === bearing(draft.body.typed) ? (draft.body.consent ?? null) : null
  const body = { ...draft.body, typed, consent }
  await keep(c, draft, body)
  return { ...draft, body, isNew: false }
}

async function begin(c: FormPage, networkId: string | undefined): Promise<Draft | 'sent' | null> {
  if (await findReferral(c)) return 'sent'
  return networkId && z.uuid().safeParse(networkId).success ? newDraft(c, networkId) : null
}

function networkIn(c: FormPage): string | undefined {
  const posted = c.var.form.get('network')
  return typeof posted === 'string' ? posted : undefined
}

function errorsIn(c: FormPage, { network, body: { typed } }: Draft, located: Located | null): FormErrors {
  const filled = fill(network, typed, located?.place ?? null, today(c))
  return filled.ok ? {} : wordFormErrors(c.var.t, filled.errors, typed)
}

function show(c: FormPage, draft: Draft, located: Located | null, errors: FormErrors) {
  const { t } = c.var
  const view = <Referral t={t} draft={draft} located={located} errors={errors} />
  return render(c, view, { title: t('form.title'), errors, islands: ['draft', 'place', 'text-count'] })
}

type Props = { t: T; draft: Draft; located: Located | null; errors: FormErrors }

function Referral({ t, draft, located, errors }: Props) {
  const { id, network, body, isNew } = draft
  return (
    <>
      <Journey t={t} id={id} at="details" />
      <PageHead over={network.name} title={t('form.heading')} lead={t('form.lead')} />
      <Beside side={<Side t={t} draft={draft} />}>
        <Form id="referral" action={paths.draft(id)} values={body.typed} errors={errors}>
          {isNew && <input type="hidden" name="network" value={network.id} />}
          <EnterGoesOn />
          <Sections t={t} network={network} located={located} />
          <Ways t={t} draft={draft} />
        </Form>
      </Beside>
    </>
  )
}

/** A browser presses the first button of a form on Enter: this one, out of sight, before "Show on the map". */
function EnterGoesOn() {
  return <button class="hidden" type="submit" name="go" value="services" tabIndex={-1} aria-hidden="true" />
}

function Side({ t, draft: { network } }: { t: T; draft: Draft }) {
  const items = partsOf(network, t).map(part => ({ href: `#${anchorOf(part)}`, label: t(`form.section.${part}`) }))
  return (
    <>
      <SideList label={t('form.sections')} items={items} />
      <p
        class="small save-state"
        role="status"
        data-saving={t('form.saving')}
        data-failed={t('form.notSaved')}
        data-signed-out={t('form.signedOut')}
        data-idle={t('form.savedAsYouType', { count: network.settings.draftDays })}
      />
    </>
  )
}

function Ways({ t, draft: { id, isNew } }: { t: T; draft: Draft }) {
  return (
    <ButtonGroup>
      <Button name="go" value="services">
        {t('form.continue')}
      </Button>
      <Button look="quiet" name="go" value="later">
        {t('form.later')}
      </Button>
      {!isNew && (
        <LinkButton look="plain" href={paths.draftDiscard(id)}>
          {t('form.discard')}
        </LinkButton>
      )}
    </ButtonGroup>
  )
}

/** Section one: what it is called, what it offers, where (SVC-1). */
import { Hono } from 'hono'
import { addService } from '../../../actions/add-service.ts'
import { saveServiceSection } from '../../../actions/save-service-section.ts'
import type { Venue } from '../../../db/locations.ts'
import type { Network } from '../../../db/networks.ts'
import { listKeptServices } from '../../../db/services/kept.ts'
import { detailsSection } from '../../../domain/service-sections.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { DetailsFields } from './details-fields.tsx'
import { SectionFrame } from './frame.tsx'
import { chooseNetwork, type Editor, loadEditor, loadKeeper, readVenues } from './load.ts'

const ownWords = { name: 'service.details.nameMissing', categoryIds: 'service.details.categoryMissing' } as const

export const serviceDetails = new Hono<PageEnv>()
  .get('/services/new', async c => showNew(c))
  .post('/services/new', async c => {
    const form = read(detailsSection, c.var.form, ['go'])
    if (!form.ok) return showNew(c, form.typed, wordErrors(c.var.t, form.errors, ownWords))
    const keeper = await loadKeeper(c)
    const { network, at } = await chooseNetwork(c, keeper)
    const { id } = await addService(c.var.ctx, { organisationId: keeper.id, networkId: network.id }, form.value)
    const next = c.var.form.get('go') === 'venue' ? paths.newVenue(id) : paths.serviceSection(id, 'area')
    return c.redirect(at(next), 303)
  })
  .get('/services/:id/edit/details', async c => {
    const editor = await loadEditor(c)
    const { service, place } = editor
    const values = { name: service.name, categoryIds: place.categoryIds, locationId: service.venue?.id ?? '' }
    return show(c, editor, c.req.query('venue') ? { ...values, locationId: c.req.query('venue') } : values)
  })
  .post('/services/:id/edit/details', async c => {
    const editor = await loadEditor(c)
    const form = read(detailsSection, c.var.form, ['go'])
    if (!form.ok) return show(c, editor, form.typed, wordErrors(c.var.t, form.errors, ownWords))
    const { service, network, at } = editor
    await saveServiceSection(
      c.var.ctx,
      { serviceId: service.id, networkId: network.id, section: 'details' },
      form.value,
    )
    const next = { venue: paths.newVenue(service.id), area: paths.serviceSection(service.id, 'area') }
    const go = c.var.form.get('go')
    return c.redirect(
      at(go === 'venue' || go === 'area' ? next[go] : `${paths.editService(service.id)}?done=saved`),
      303,
    )
  })

type Visit = Parameters<typeof loadEditor>[0] & Parameters<typeof render>[0]

async function show(c: Visit, editor: Editor, values: FormValues, errors: FormErrors = {}) {
  const { t, service, network } = editor
  const [venues, names] = await Promise.all([
    readVenues(c, service.organisationId),
    readNames(c, service.organisationId, service.id),
  ])
  const view = (
    <SectionFrame editor={editor} part="details" title={t('service.details.title')} byNetwork>
      <Form values={values} errors={errors}>
        <DetailsFields t={t} network={network} venues={venues} names={names} />
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
          <Button look="quiet" name="go" value="area">
            {t('service.details.saveThenArea')}
          </Button>
        </ButtonGroup>
      </Form>
    </SectionFrame>
  )
  return render(c, view, { title: t('service.details.title'), errors })
}

async function showNew(c: Visit, values: FormValues = {}, errors: FormErrors = {}) {
  const { t } = c.var
  const keeper = await loadKeeper(c)
  const { network } = await chooseNetwork(c, keeper)
  const [venues, names] = await Promise.all([readVenues(c, keeper.id), readNames(c, keeper.id, null)])
  const view = <New t={t} network={network} venues={venues} names={names} values={values} errors={errors} />
  return render(c, view, { title: t('service.new.title'), errors, width: 'narrow' })
}

type NewProps = {
  t: T
  network: Network
  venues: readonly Venue[]
  names: readonly string[]
  values: FormValues
  errors: FormErrors
}

function New({ t, values, errors, ...fields }: NewProps) {
  return (
    <>
      <BackLink href={paths.services}>{t('service.list.title')}</BackLink>
      <PageHead title={t('service.new.heading')} lead={t('service.new.lead')} />
      <Form values={values} errors={errors}>
        <DetailsFields t={t} {...fields} />
        <ButtonGroup>
          <Button>{t('common.saveAndContinue')}</Button>
          <LinkButton look="plain" href={paths.services}>
            {t('common.cancel')}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** ORG-3: the organisation's own names, to take again or leave. */
async function readNames(c: Visit, organisationId: string, except: string | null): Promise<string[]> {
  const services = await listKeptServices(c.var.ctx.db, organisationId)
  return [...new Set(services.filter(({ id }) => id !== except).map(({ name }) => name))]
}

/** A venue of the organisation, new or changed, and back to the service that it was asked for. */
import { Hono } from 'hono'
import { saveVenue } from '../../../actions/save-location.ts'
import { readVenue, type Venue } from '../../../db/locations.ts'
import { listTerms } from '../../../db/terms.ts'
import { mapLink, venueForm } from '../../../domain/venue.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Checkboxes } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Pair } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { PostcodeField, TextField } from '../../ui/text-field.tsx'
import { type Editor, idOf, loadEditor } from './load.ts'

const ownWords = { name: 'service.venue.missing' } as const

export const venuePage = new Hono<PageEnv>()
  .get('/services/:id/venues/:venue', async c => {
    const editor = await loadEditor(c)
    const venue = await venueOf(c, editor)
    return show(c, editor, venue, venue ? { ...venue, secret: venue.secret ? 'yes' : '' } : {})
  })
  .post('/services/:id/venues/:venue', async c => {
    const editor = await loadEditor(c)
    const venue = await venueOf(c, editor)
    const form = read(venueForm, c.var.form)
    if (!form.ok) return show(c, editor, venue, form.typed, wordErrors(c.var.t, form.errors, ownWords))
    const { service, at } = editor
    const to = { organisationId: service.organisationId, id: venue?.id ?? null, networkId: editor.network.id }
    const { id } = await saveVenue(c.var.ctx, to, form.value)
    return c.redirect(at(`${paths.serviceSection(service.id, 'details')}?venue=${id}`), 303)
  })

type Visit = Parameters<typeof loadEditor>[0] & Parameters<typeof render>[0]

async function venueOf(c: Visit, { service }: Editor): Promise<Venue | null> {
  const asked = c.req.param('venue')
  if (asked === 'new') return null
  const venue = await readVenue(c.var.ctx.db, idOf(asked))
  if (venue?.organisationId !== service.organisationId) throw absent()
  return venue
}

async function show(c: Visit, editor: Editor, venue: Venue | null, values: FormValues, errors: FormErrors = {}) {
  const { t } = c.var
  const facilities = await listTerms(c.var.ctx.db, editor.network.id, 'facility')
  const title = t(venue ? 'service.venue.change' : 'service.venue.new')
  const view = (
    <>
      <BackLink href={editor.at(paths.serviceSection(editor.service.id, 'details'))}>
        {t('service.details.title')}
      </BackLink>
      <PageHead title={title} lead={t('service.venue.shared', { name: editor.service.organisationName })} />
      <Form values={values} errors={errors}>
        <Address editor={editor} venue={venue} />
        <Access editor={editor} facilities={facilities.map(({ id, label }) => ({ value: id, label }))} />
        <Secret editor={editor} />
        <Button>{t('common.save')}</Button>
      </Form>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

function Address({ editor: { t }, venue }: { editor: Editor; venue: Venue | null }) {
  const { latitude: lat = null, longitude: lng = null, approximate = false } = venue ?? {}
  return (
    <Card title={t('service.venue.where')} id="where">
      <div class="form">
        <TextField
          name="name"
          label={t('service.venue.name')}
          hint={t('service.venue.nameHint')}
          autocomplete="off"
          optional
        />
        <PostcodeField name="postcode" label={t('common.postcode')} hint={t('service.venue.postcodeHint')} optional />
        <TextField name="address1" label={t('service.venue.address1')} autocomplete="off" optional />
        <Pair>
          <TextField name="address2" label={t('service.venue.address2')} autocomplete="off" optional />
          <TextField name="city" label={t('service.venue.city')} autocomplete="off" optional />
        </Pair>
        {venue &&
          (lat !== null && lng !== null ? (
            <p class="small">
              {t(approximate ? 'service.venue.positionAbout' : 'service.venue.position')}{' '}
              <a href={mapLink({ lat, lng }, approximate)} rel="noreferrer">
                {t('service.venue.map')}
              </a>
            </p>
          ) : (
            <p class="small">{t('service.venue.noPosition')}</p>
          ))}
      </div>
    </Card>
  )
}

function Access({ editor: { t }, facilities }: { editor: Editor; facilities: { value: string; label: string }[] }) {
  return (
    <Card title={t('service.venue.access')} id="access">
      <div class="form">
        <TextArea
          name="accessibility"
          label={t('service.venue.disability')}
          hint={t('service.venue.disabilityHint')}
          rows={3}
          optional
        />
        {facilities.length > 0 && (
          <Checkboxes
            name="facilities"
            legend={t('service.venue.facilities')}
            choices={facilities}
            layout="columns"
            optional
          />
        )}
      </div>
    </Card>
  )
}

function Secret({ editor: { t } }: { editor: Editor }) {
  return (
    <Card title={t('service.venue.secretTitle')} id="secret-title">
      <div class="stack tight">
        <Checkbox name="secret" label={t('service.venue.secret')} hint={t('service.venue.secretHint')} />
        <Notice>
          <p>{t('service.venue.secretMeans')}</p>
        </Notice>
      </div>
    </Card>
  )
}

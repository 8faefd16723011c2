/** NET-4: networks whose needs the form offers too: asked for by one coordinator, accepted by the other, ended by either. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { acceptConnection, endConnection, requestConnection } from '../../../actions/connect-networks.ts'
import { type ConnectionRow, listConnections, listUnconnected } from '../../../db/connections.ts'
import { connectionState } from '../../../domain/connection.ts'
import { isProblem } from '../../../domain/problem.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

const dones = ['asked', 'accepted', 'ended', 'late'] as const

export const connectionsPage = new Hono<PageEnv>()
  .get('/system/connections', async c => show(c, await loadSettings(c)))
  .post('/system/connections', async c => {
    const settings = await loadSettings(c)
    const asked = c.var.form.get('asked')
    if (!z.uuid().safeParse(asked).success)
      return show(c, settings, { asked: settings.t('system.connection.askMissing') })
    return done(c, settings, 'asked', () => requestConnection(c.var.ctx, settings.network.id, String(asked)))
  })
  .post('/system/connections/:id/accept', async c => {
    const settings = await loadSettings(c)
    return done(c, settings, 'accepted', () => acceptConnection(c.var.ctx, settings.network.id, idOf(c)))
  })
  .post('/system/connections/:id/end', async c => {
    const settings = await loadSettings(c)
    return done(c, settings, 'ended', () => endConnection(c.var.ctx, settings.network.id, idOf(c)))
  })

type Visit = Context<PageEnv>

function idOf(c: { req: { param(name: 'id'): string } }): string {
  const id = c.req.param('id')
  if (!z.uuid().safeParse(id).success) throw absent()
  return id
}

/** Who comes after a colleague, or after the other side, sees how it stands now. */
async function done(c: Visit, { at }: Settings, did: (typeof dones)[number], act: () => Promise<unknown>) {
  try {
    await act()
  } catch (problem) {
    if (!isProblem(problem) || !['conflict', 'invalid'].includes(problem.code)) throw problem
    return c.redirect(at(`${paths.connections}?done=late`), 303)
  }
  return c.redirect(at(`${paths.connections}?done=${did}`), 303)
}

async function show(c: Visit, settings: Settings, errors: FormErrors = {}) {
  const { t, network } = settings
  const { db } = c.var.ctx
  const rows = await listConnections(db, network.id)
  const others = await listUnconnected(db, network.id)
  const did = dones.find(one => one === c.req.query('done'))
  const view = (
    <SettingsFrame
      settings={settings}
      part="connections"
      title={t('system.part.connections')}
      lead={t('system.leadOf.connections')}
    >
      {did && (
        <Notice tone={did === 'late' ? 'warning' : 'success'} live>
          <p>{t(`system.connection.done.${did}`)}</p>
        </Notice>
      )}
      {rows.length === 0 && (
        <Empty icon="users" title={t('system.connection.none')}>
          <p>{t('system.connection.noneText')}</p>
        </Empty>
      )}
      {rows.map(row => (
        <Connection key={row.id} settings={settings} row={row} />
      ))}
      {others.length > 0 && (
        <Card title={t('system.connection.ask')} id="ask">
          <Form action={settings.at(paths.connections)} errors={errors}>
            <Select
              name="asked"
              label={t('system.connection.which')}
              hint={t('system.connection.whichHint')}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <div>
              <Button>{t('system.connection.askButton')}</Button>
            </div>
          </Form>
        </Card>
      )}
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.connections'), errors })
}

const tones: Record<ReturnType<typeof connectionState>, Tone> = {
  asked: 'wait',
  asking: 'info',
  connected: 'good',
  ended: 'plain',
}

function Connection({ settings, row }: { settings: Settings; row: ConnectionRow }) {
  const { t, network, at } = settings
  const { partner } = row
  const state = connectionState(row, network.id)
  return (
    <Card
      title={partner.name}
      id={`c-${row.id}`}
      aside={<Tag tone={tones[state]}>{t(`system.connection.state.${state}`)}</Tag>}
      act={state === 'asked'}
    >
      {partner.description && <p>{partner.description}</p>}
      <p class="small">{storyOf(t, row).join(' ')}</p>
      {state === 'asked' && (
        <>
          <p>{t('system.connection.consequence', { network: network.name, other: partner.name })}</p>
          <ButtonGroup>
            <Form plain action={at(paths.connection(row.id, 'accept'))}>
              <Button icon="check">{t('system.connection.accept')}</Button>
            </Form>
            <Form plain action={at(paths.connection(row.id, 'end'))}>
              <Button look="danger">{t('system.connection.refuse')}</Button>
            </Form>
          </ButtonGroup>
        </>
      )}
      {(state === 'connected' || state === 'asking') && (
        <Details summary={t(state === 'connected' ? 'system.connection.end' : 'system.connection.takeBack')}>
          <p>{t(state === 'connected' ? 'system.connection.endText' : 'system.connection.takeBackText')}</p>
          <Form plain action={at(paths.connection(row.id, 'end'))}>
            <Button look="danger">
              {t(state === 'connected' ? 'system.connection.endButton' : 'system.connection.takeBackButton')}
            </Button>
          </Form>
        </Details>
      )}
    </Card>
  )
}

function storyOf(t: T, { requestedAt, requestedBy, acceptedAt, acceptedBy, endedAt, endedBy, partner }: ConnectionRow) {
  const by = (name: string | null) => name ?? t('system.connection.somebody')
  return [
    partner.coordinator && t('system.connection.led', { coordinator: partner.coordinator }),
    t('system.connection.askedBy', { name: by(requestedBy), date: formatDate(t, requestedAt) }),
    acceptedAt && t('system.connection.acceptedBy', { name: by(acceptedBy), date: formatDate(t, acceptedAt) }),
    endedAt && t('system.connection.endedBy', { name: by(endedBy), date: formatDate(t, endedAt) }),
  ].filter(Boolean)
}

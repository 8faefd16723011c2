/** Every version of the form, kept as it was: what it changed, against any other, and the way back to it. */
import { Hono } from 'hono'
import { restoreFormVersion } from '../../../../actions/discard-form-draft.ts'
import { type FormVersion, type FormVersionRow, listFormVersions, readFormVersion } from '../../../../db/forms.ts'
import { defaultForm } from '../../../../domain/form.ts'
import { differenceOf } from '../../../../domain/form-diff.ts'
import { formatDateTime } from '../../../../words/index.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form.tsx'
import { Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Difference, questionsOf } from './difference.tsx'
import { DesignerFrame, DesignerHome } from './frame.tsx'
import { type Designer, loadDesigner } from './load.ts'

export const formVersions = new Hono<PageEnv>()
  .get('/system/form/versions', async c => {
    const on = await loadDesigner(c)
    const { t } = on
    const versions = await listFormVersions(c.var.ctx.db, on.network.id)
    const view = (
      <DesignerHome on={on} tab="versions">
        <Card>
          <Versions on={on} versions={versions} />
        </Card>
      </DesignerHome>
    )
    return render(c, view, { title: t('designer.tab.versions') })
  })
  .get('/system/form/versions/:version', async c => {
    const on = await loadDesigner(c)
    const { db } = c.var.ctx
    const shown = await versionIn(c, on, c.req.param('version'))
    const versions = await listFormVersions(db, on.network.id)
    const before = versions.find(({ version }) => version < shown.version)?.version
    const asked = c.req.query('with')
    const other = asked || before ? await versionIn(c, on, asked || String(before)) : null
    const view = <Compared on={on} shown={shown} other={other} versions={versions} />
    return render(c, view, { title: on.t('designer.version', { version: shown.version }), width: 'narrow' })
  })
  .post('/system/form/versions/:version', async c => {
    const on = await loadDesigner(c)
    const { version } = await versionIn(c, on, c.req.param('version'))
    await restoreFormVersion(c.var.ctx, on.network.id, version)
    return c.redirect(on.at(`${paths.form}?done=restored`), 303)
  })

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]

async function versionIn(c: Visit, { network }: Designer, named: string): Promise<FormVersion> {
  const version = /^\d{1,6}$/.test(named) ? await readFormVersion(c.var.ctx.db, network.id, Number(named)) : null
  if (!version) throw absent()
  return version
}

const tones = { draft: 'wait', published: 'good', superseded: 'plain' } as const

function Versions({ on: { t, at }, versions }: { on: Designer; versions: readonly FormVersionRow[] }) {
  if (versions.length === 0) return <p>{t('designer.noVersions')}</p>
  return (
    <Table
      caption={t('designer.tab.versions')}
      hideCaption
      keyOf={({ version }) => String(version)}
      rows={versions}
      columns={[
        {
          heading: t('designer.column.version'),
          cell: ({ version }) => <a href={at(paths.formVersion(version))}>{t('designer.version', { version })}</a>,
        },
        {
          heading: t('designer.column.state'),
          cell: ({ status }) => <Tag tone={tones[status]}>{t(`designer.state.${status}`)}</Tag>,
        },
        { heading: t('designer.column.when'), cell: ({ at: when }) => formatDateTime(t, when) },
        { heading: t('designer.column.who'), cell: ({ by }) => by ?? t('designer.setUp') },
        { heading: t('designer.column.questions'), number: true, cell: ({ questions }) => questions },
      ]}
    />
  )
}

type Comparing = { on: Designer; shown: FormVersion; other: FormVersion | null; versions: readonly FormVersionRow[] }

function Compared({ on, shown, other, versions }: Comparing) {
  const { t, at, draft } = on
  const { version, status, definition } = shown
  const before = other?.definition ?? defaultForm
  const others = versions.filter(one => one.version !== version)
  const lead = `${t(`designer.state.${status}`)}, ${formatDateTime(t, shown.at)}, ${shown.by ?? t('designer.setUp')}`
  return (
    <DesignerFrame
      on={on}
      title={t('designer.version', { version })}
      lead={lead}
      back={{ href: at(paths.formVersions), label: t('designer.tab.versions') }}
    >
      <Card
        title={other ? t('designer.against', { version: other.version }) : t('designer.againstDefault')}
        id="difference"
      >
        <div class="stack">
          {others.length > 0 && (
            <Form method="get" values={{ with: other?.version ?? '' }}>
              {on.networks.length > 1 && <input type="hidden" name="network" value={on.network.id} />}
              <div class="find">
                <Select
                  name="with"
                  label={t('designer.compareWith')}
                  empty={null}
                  width="m"
                  options={others.map(one => ({
                    value: String(one.version),
                    label: t('designer.version', { version: one.version }),
                  }))}
                />
                <Button look="quiet">{t('designer.compare')}</Button>
              </div>
            </Form>
          )}
          <Difference on={on} changes={differenceOf(before, definition)} questions={questionsOf(definition, before)} />
        </div>
      </Card>
      {status === 'superseded' && (
        <Form plain>
          {draft ? <p>{t('designer.restoreBlocked')}</p> : <Button look="quiet">{t('designer.restore')}</Button>}
        </Form>
      )}
    </DesignerFrame>
  )
}

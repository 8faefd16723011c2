/** API-2, API-4: takes in the services of another directory, from a file or an address, and says what could not be kept. */
import { Hono } from 'hono'
import { type FeedResult, importOpenReferral } from '../../../actions/import-open-referral.ts'
import { type Feed, itemsIn, readFeedAddress } from '../../../actions/read-feed.ts'
import { requireCoordinator } from '../../../actions/require-coordinator.ts'
import { isProblem } from '../../../domain/problem.ts'
import { allowedHosts } from '../../../outgoing/hosts.ts'
import { feedLines } from '../../../words/feed-lines.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'

/** Somebody waits for the page: what takes longer goes by the command line. */
const milliseconds = 60_000
const mostNamed = 50

export const feedPage = new Hono<PageEnv>()
  .get(paths.feedImport, async c => show(c, await loadSettings(c), {}))
  .post(paths.feedImport, async c => {
    const settings = await loadSettings(c)
    const { form, ctx, t } = c.var
    const values = { address: String(form.get('address') ?? ''), categories: form.has('categories') ? ['yes'] : [] }
    requireCoordinator(ctx, settings.network.id)
    try {
      const feed = await readGiven(c, form)
      if (!feed) return show(c, settings, { values, errors: { address: t('system.feed.missing') } })
      const given = { ...feed, networkId: settings.network.id, makeCategories: form.has('categories') }
      return show(c, settings, { result: await importOpenReferral(ctx, given) })
    } catch (problem) {
      if (!isProblem(problem)) throw problem
      const field = problem.field === 'file' ? 'file' : 'address'
      const words = problem.code === 'not_now' ? 'system.feed.running' : `system.feed.${field}Wrong`
      return show(c, settings, { values, errors: { [field]: t(words as 'system.feed.running') } })
    }
  })

type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]

/** Null where neither was given. The file's name, or the host, is what its next coming is known by. */
async function readGiven(c: Visit, form: FormData): Promise<Feed | null> {
  const file = form.get('file')
  if (file && typeof file !== 'string' && file.size > 0)
    return { source: file.name.replace(/\.json$/i, ''), items: itemsIn(await file.text(), file.name) }
  const address = String(form.get('address') ?? '').trim()
  const allowed = allowedHosts(c.var.deps.config.outgoingAllow)
  return address === '' ? null : readFeedAddress(address, { allowed, milliseconds })
}

type Shown = { values?: FormValues; errors?: FormErrors; result?: FeedResult }

function show(c: Visit, settings: Settings, { values = {}, errors = {}, result }: Shown) {
  const { t, at } = settings
  const view = (
    <SettingsFrame settings={settings} part="feed" title={t('system.part.feed')} lead={t('system.leadOf.feed')}>
      {result && <Report settings={settings} result={result} />}
      <Card title={t('system.feed.title')}>
        <Form files action={at(paths.feedImport)} values={values} errors={errors}>
          <p>{t('system.feed.text')}</p>
          <TextField
            name="address"
            label={t('system.feed.address')}
            hint={t('system.feed.addressHint')}
            optional
            autocomplete="off"
            spellcheck={false}
            maxlength={500}
          />
          <FileField name="file" label={t('system.feed.file')} optional accept=".json,application/json" />
          <Checkbox name="categories" label={t('system.feed.categories')} hint={t('system.feed.categoriesHint')} />
          <ButtonGroup>
            <Button>{t('system.feed.take')}</Button>
          </ButtonGroup>
        </Form>
      </Card>
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.feed'), errors })
}

function Report({ settings: { t }, result }: { settings: Settings; result: FeedResult }) {
  const { made, changed, retired, busy, left } = result
  const lines = feedLines(t, result, mostNamed)
  const isEmpty = made + changed + retired === 0
  return (
    <>
      <Notice
        tone={isEmpty ? 'warning' : 'success'}
        live
        title={t(isEmpty ? 'system.feed.nothing' : 'system.feed.done')}
      >
        <p>{t('system.feed.counts', { made, changed, retired, left: left.length })}</p>
        {busy > 0 && <p>{t('system.feed.busy', { busy })}</p>}
      </Notice>
      {lines.length > 0 && (
        <Card title={t('system.feed.lost')}>
          <ul class="how-to">
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

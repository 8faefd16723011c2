/** FORM-11: what people are asked to agree to; each new version, what it changes, and those that were agreed to before. */
import { Hono } from 'hono'
import { publishWording } from '../../../actions/publish-wording.ts'
import { listWordings, type WordingVersion } from '../../../db/consent-wordings.ts'
import { type WordingForm, wordingForm } from '../../../domain/consent.ts'
import { isProblem } from '../../../domain/problem.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { Form, FormSection, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { paragraphs } from '../refer/consent.tsx'
import { SettingsFrame } from './frame.tsx'
import { loadSettings, type Settings } from './load.ts'
import { WordingPreview } from './wording-preview.tsx'

export const consentWordings = new Hono<PageEnv>()
  .get('/system/consent', async c => show(c, await loadSettings(c)))
  .post('/system/consent', async c => {
    const settings = await loadSettings(c)
    const form = read(wordingForm, c.var.form, ['do'])
    if (!form.ok) return show(c, settings, { values: form.typed, errors: wordErrors(c.var.t, form.errors) })
    if (c.var.form.get('do') === 'preview') return show(c, settings, { values: form.typed, tried: form.value })
    try {
      await publishWording(c.var.ctx, settings.network.id, form.value)
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'conflict') throw problem
      return show(c, settings, { values: form.typed, late: true })
    }
    return c.redirect(settings.at('/system/consent?done=saved'), 303)
  })

type Visit = Parameters<typeof loadSettings>[0] & Parameters<typeof render>[0]
type Shown = { values?: FormValues; errors?: FormErrors; late?: boolean; tried?: WordingForm }

async function show(c: Visit, settings: Settings, { values, errors = {}, late = false, tried }: Shown = {}) {
  const { t, network } = settings
  const versions = await listWordings(c.var.ctx.db, network.id)
  const [current] = versions
  const now = {
    ...{ wording: current?.wording, dataProtection: current?.dataProtection },
    ...{ wordingCy: current?.welsh?.wording, dataProtectionCy: current?.welsh?.dataProtection },
  }
  const view = (
    <SettingsFrame
      settings={settings}
      part="consent"
      title={t('system.part.consent')}
      lead={t('system.leadOf.consent')}
      done={values ? undefined : c.req.query('done')}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.wording.conflict')}</p>
        </Notice>
      )}
      {tried && <WordingPreview t={t} network={network} tried={tried} />}
      <Form values={values ?? now} errors={errors}>
        <Seen mark={current?.version ?? 0} />
        <Fields t={t} />
        <Notice>
          <p>{t('system.wording.effect', { version: (current?.version ?? 0) + 1 })}</p>
        </Notice>
        <ButtonGroup>
          <Button>{t('system.wording.publish', { version: (current?.version ?? 0) + 1 })}</Button>
          <Button look="quiet" name="do" value="preview">
            {t('system.wording.try')}
          </Button>
        </ButtonGroup>
      </Form>
      <Card title={t('system.wording.versions')} id="versions">
        {versions.map(version => (
          <Version key={version.version} t={t} version={version} />
        ))}
      </Card>
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.part.consent'), errors, ...(late && { status: 409 }) })
}

function Fields({ t }: { t: T }) {
  return (
    <>
      <FormSection id="english" title={t('system.wording.english')} hint={t('system.wording.englishHint')}>
        <TextArea name="wording" label={t('system.wording.wording')} rows={6} width="full" />
        <TextArea name="dataProtection" label={t('system.wording.dataProtection')} rows={10} width="full" />
      </FormSection>
      <FormSection id="welsh" title={t('system.wording.welsh')} hint={t('system.wording.welshHint')}>
        <TextArea name="wordingCy" label={t('system.wording.wording')} rows={6} width="full" optional />
        <TextArea name="dataProtectionCy" label={t('system.wording.dataProtection')} rows={10} width="full" optional />
      </FormSection>
    </>
  )
}

function Version({ t, version: { version, inForceFrom, publishedBy, ...texts } }: { t: T; version: WordingVersion }) {
  const by = publishedBy ? t('system.wording.by', { name: publishedBy }) : ''
  const title = t('system.wording.version', { version, date: formatDate(t, inForceFrom) })
  return (
    <Details summary={[title, by].filter(Boolean).join(' · ')}>
      <blockquote class="wording">{paragraphs(texts.wording)}</blockquote>
      {paragraphs(texts.dataProtection)}
      {texts.welsh && (
        <div lang="cy">
          <blockquote class="wording">{paragraphs(texts.welsh.wording)}</blockquote>
          {paragraphs(texts.welsh.dataProtection)}
        </div>
      )}
    </Details>
  )
}

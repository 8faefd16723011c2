/** The form inside another site: which sites may, and what they put into their page. */
import { entryToken } from '../../../actions/make-entry-link.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { Site } from './entry-link-cards.tsx'

export function EmbeddingCard({
  t,
  settings: { at, network },
  links,
  baseUrl,
  secret,
  values,
  errors,
}: Site & { values: FormValues; errors: FormErrors }) {
  const inUse = network.settings.embedOrigins.length > 0 ? links.filter(({ revokedAt }) => revokedAt === null) : []
  return (
    <Card title={t('entry.embedding')} id="embedding">
      <Form action={at(paths.entrySettings)} values={values} errors={errors}>
        <p>{t('entry.embeddingLead')}</p>
        <TextArea name="embedOrigins" label={t('entry.origins')} hint={t('entry.originsHint')} rows={3} />
        {inUse.length > 0 && (
          <div class="stack tight">
            <h3>{t('entry.snippet')}</h3>
            <p class="small">{t('entry.snippetHint')}</p>
            {inUse.map(({ id, label }) => (
              <Snippet
                key={id}
                title={t('entry.snippetFor', { name: label })}
                text={snippetOf(baseUrl, entryToken(secret, id), t('entry.frameTitle'))}
              />
            ))}
          </div>
        )}
        <Checkbox name="selfReferral" label={t('entry.selfReferral')} hint={t('entry.selfReferralHint')} />
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

function Snippet({ title, text }: { title: string; text: string }) {
  return (
    <Details summary={title}>
      <div class="stack tight">
        <textarea class="input full code" rows={9} readOnly aria-label={title}>
          {text}
        </textarea>
        <CopyButton text={text} />
      </div>
    </Details>
  )
}

/** Plain, to be read by whoever pastes it: a frame, and five lines that follow its height. Only our own site is believed. */
export function snippetOf(baseUrl: string, token: string, title: string): string {
  const { origin } = new URL(baseUrl)
  return `<iframe id="onward-form" title="${title}" src="${baseUrl}${paths.publicForm(token, true)}"
  width="100%" height="900" referrerpolicy="origin"></iframe>
<script>
addEventListener('message', function (event) {
  if (event.origin !== '${origin}' || !event.data || event.data.type !== 'onward:height') return
  var frame = document.getElementById('onward-form')
  frame.height = event.data.height
  if (event.data.top) frame.scrollIntoView()
})
</script>`
}

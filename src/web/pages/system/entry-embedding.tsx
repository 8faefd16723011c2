/** The form inside another site: which sites may, and what they put into their page. */
import { entryToken } from '../../../actions/make-entry-link.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { Site } from './entry-link-cards.tsx'
import { DirectorySnippet } from './public-address.tsx'
import { frameSnippet, Snippet } from './snippet.tsx'

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
        {inUse.length > 0 && network.settings.publicDirectory && (
          <DirectorySnippet settings={{ t, network }} baseUrl={baseUrl} />
        )}
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

export function snippetOf(baseUrl: string, token: string, title: string): string {
  return frameSnippet(baseUrl, paths.publicForm(token, true), { id: 'onward-form', title })
}

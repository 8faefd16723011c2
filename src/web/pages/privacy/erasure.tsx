/** What an erasure takes, what stays, who else holds something; then, once it is confirmed, that it is done. */
import type { ErasurePreview, InTheWay } from '../../../db/privacy/erasing.ts'
import type { SubjectRequest } from '../../../db/privacy/subjects.ts'
import { formatDate, formatDateTime, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'

type Props = {
  t: T
  request: SubjectRequest
  preview: ErasurePreview
  controller: string
  back: string
  errors: FormErrors
}

export function ErasurePage({ t, request, preview, controller, back, errors }: Props) {
  const over = t('privacy.erasing.over', { controller, date: formatDate(t, request.madeAt) })
  return (
    <>
      <BackLink href={back}>{t('privacy.desk.title')}</BackLink>
      <PageHead over={over} title={t('privacy.erasing.title')} lead={request.doneAt ? '' : t('privacy.erasing.lead')} />
      <div class="stack">
        {request.doneAt ? (
          <Notice tone="success" title={t('privacy.erasing.done', { when: formatDateTime(t, request.doneAt) })}>
            <p>{t('privacy.erasing.doneText')}</p>
          </Notice>
        ) : (
          <Before t={t} request={request} preview={preview} back={back} errors={errors} />
        )}
      </div>
    </>
  )
}

function Before({ t, request, preview, back, errors }: Omit<Props, 'controller'>) {
  const { inTheWay } = preview
  return (
    <>
      {inTheWay.length > 0 && <Stopped t={t} inTheWay={inTheWay} own={!request.networkId} />}
      <Goes t={t} request={request} preview={preview} />
      <Others t={t} own={!request.networkId} preview={preview} />
      {inTheWay.length === 0 && (
        <Form action={paths.subjectRequest(request.id)} errors={errors}>
          <Checkbox name="sure" label={t('privacy.erasing.sure')} />
          <ButtonGroup>
            <Button look="warning" icon="trash-2">
              {t('privacy.erasing.button')}
            </Button>
            <a class="button plain" href={back}>
              {t('common.cancel')}
            </a>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

function Stopped({ t, inTheWay, own }: { t: T; inTheWay: readonly InTheWay[]; own: boolean }) {
  return (
    <Notice tone="warning" title={t('privacy.erasing.inTheWay')}>
      <ul class="lines">
        {inTheWay.map(({ id, reference, why }) => (
          <li key={`${id} ${why}`}>
            <a href={own ? paths.person(id) : paths.referral(id)}>
              {reference
                ? t(`privacy.erasing.${why}`, { reference })
                : t(why === 'open' ? 'privacy.erasing.openRecord' : 'privacy.erasing.heldRecord')}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const kinds = ['answers', 'notes', 'privateNotes', 'contacts', 'files', 'letters'] as const

function Goes({ t, request, preview: { going } }: Pick<Props, 't' | 'request' | 'preview'>) {
  return (
    <>
      <Card title={t('privacy.erasing.goes')} id="goes">
        <ul class="lines">
          <li>{t('privacy.erasing.parts', { count: request.parts.length })}</li>
          {kinds
            .filter(kind => going[kind] > 0)
            .map(kind => (
              <li key={kind}>{t(`privacy.erasing.${kind}`, { count: going[kind] })}</li>
            ))}
          <li>{t('privacy.erasing.searches')}</li>
        </ul>
      </Card>
      <Card title={t('privacy.erasing.stays')} id="stays">
        <p>{t(request.networkId ? 'privacy.erasing.staysReferral' : 'privacy.erasing.staysRecord')}</p>
      </Card>
    </>
  )
}

function Others({ t, own, preview: { elsewhere } }: { t: T; own: boolean; preview: ErasurePreview }) {
  if (elsewhere.length === 0) return null
  return (
    <Card title={t('privacy.erasing.elsewhere')} id="elsewhere">
      <p>{t(own ? 'privacy.erasing.elsewhereOwn' : 'privacy.erasing.elsewhereText')}</p>
      <ul class="lines">
        {elsewhere.map(({ kind, name, count }) => (
          <li key={`${kind} ${name}`}>{t(`privacy.erasing.${kind}`, { name, count })}</li>
        ))}
      </ul>
    </Card>
  )
}

/** The first page: what this is, what one needs, what is kept; and the page that an hour has gone by on. */
import { wordsIn } from '../../../db/networks.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { paragraphs } from '../refer/consent.tsx'
import { Frame, type Place } from './frame.tsx'

/** `need`: chosen already by where one came from. */
export function Start({ place, title, need }: { place: Place; title: string; need?: string | undefined }) {
  const { t, network, entry, action, own, back } = place
  const self = entry.kind === 'self'
  const { dataProtection, language } = wordsIn(t, network.wording)
  const needed = self
    ? (['needPostcodeSelf', 'needContactSelf'] as const)
    : (['needAgreed', 'needPostcode', 'needContact'] as const)
  return (
    <Frame place={place}>
      {back && <BackLink href={back}>{t('publicForm.start.back', { network: network.name })}</BackLink>}
      <PageHead over={network.name} title={title} lead={t(`publicForm.start.${self ? 'leadSelf' : 'lead'}`)} />
      <Form id="public-form" action={action}>
        {need && <input type="hidden" name="need" value={need} />}
        {need && <p>{t('publicForm.start.about', { need: network.categories.get(need)?.label ?? '' })}</p>}
        {entry.organisationName && <p>{t('publicForm.start.partner', { name: entry.organisationName })}</p>}
        <Card title={t('publicForm.start.need')} id="need">
          <ul class="bullets">
            {needed.map(key => (
              <li key={key}>{t(`publicForm.start.${key}`)}</li>
            ))}
          </ul>
        </Card>
        <p>{t('publicForm.start.kept')}</p>
        {network.wording && (
          <Details summary={t('publicForm.start.dataProtection')}>{paragraphs(dataProtection, language)}</Details>
        )}
        <ButtonGroup>
          <Button name="go" value="start" icon="arrow-right">
            {t('publicForm.start.go')}
          </Button>
          <a href={own}>{t('publicForm.start.another')}</a>
        </ButtonGroup>
      </Form>
    </Frame>
  )
}

export function Late({ place }: { place: Place }) {
  const { t, action } = place
  return (
    <Frame place={place}>
      <PageHead over={place.network.name} title={t('publicForm.late.title')} lead={t('publicForm.late.lead')} />
      <Form id="public-form" action={action}>
        <ButtonGroup>
          <Button name="go" value="start">
            {t('publicForm.startAgain')}
          </Button>
        </ButtonGroup>
      </Form>
    </Frame>
  )
}

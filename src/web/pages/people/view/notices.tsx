/** What wants deciding: two records that look alike, and accounts that say something else. Nothing is joined or changed by itself. */
import type { Offer } from '../../../../actions/people/view-person.ts'
import type { Difference } from '../../../../domain/people.ts'
import { showPhone } from '../../../../domain/phone.ts'
import type { T } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { safeSentences } from '../../referrals/view/contact.tsx'
import type { PersonData } from '../load.ts'
import { birthOf } from '../say.ts'

export function Alike({ data: { t, person } }: { data: PersonData }) {
  const [other] = person.alike
  if (!other) return null
  return (
    <Notice tone="warning" title={t('people.match.title')}>
      <p>{t('people.match.noticeText')}</p>
      <LinkButton href={paths.comparePeople(person.id, other.id)} look="quiet" icon="users">
        {t('people.match.compare')}
      </LinkButton>
    </Notice>
  )
}

export function Offers({ data }: { data: PersonData }) {
  return data.person.offers.map(offer => <OfferCard key={offer.id} data={data} offer={offer} />)
}

function OfferCard({ data: { t, person }, offer }: { data: PersonData; offer: Offer }) {
  const { kind, id, reference } = offer
  const title =
    kind === 'record' ? t('people.offer.titleRecord') : t('people.offer.titleReferral', { reference: reference ?? '' })
  return (
    <Card title={title} act>
      <p>{t('people.offer.lead')}</p>
      <Form action={paths.personOffers(person.id)}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
        <Checkboxes
          name="fields"
          legend={t('people.offer.choose')}
          choices={offer.differences.map(one => choiceOf(t, one))}
        />
        <ButtonGroup>
          <Button>{t('people.offer.take')}</Button>
          <Button look="quiet" name="act" value="keep">
            {t('people.offer.keep')}
          </Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

function choiceOf(t: T, { field, ours, theirs }: Difference) {
  return {
    value: field,
    label: `${t(`people.field.${field}`)}: ${shown(t, field, theirs)}`,
    hint: t('people.offer.ours', { value: ours ? shown(t, field, ours) : t('people.offer.blank') }),
  }
}

function shown(t: T, field: Difference['field'], value: string): string {
  if (field === 'dateOfBirth') return birthOf(t, value)
  if (field === 'phone') return showPhone(value)
  if (field !== 'safeContact') return value
  const [channels, times, timesNote, voicemail, avoid] = JSON.parse(value)
  return safeSentences(t, { channels, times, timesNote, voicemail, avoid }).join(' ')
}

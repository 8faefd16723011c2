/** PRIV-1: until when the record is kept, and what holds it. */
import { mayHoldPeople } from '../../../../domain/policy-on-privacy.ts'
import { fateOf } from '../../../../domain/retention.ts'
import { formatDate } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { ButtonGroup, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Why } from '../../referrals/view/kept.tsx'
import type { PersonData } from '../load.ts'

export function KeptCard({ data }: { data: PersonData }) {
  const { t, kept, person, actor } = data
  if (!kept) return null
  const mayHold = mayHoldPeople(actor)
  return (
    <Card title={t('privacy.record.title')} id="kept">
      <div class="stack tight">
        <p>{wordsOf(data)}</p>
        {kept.hold && <Why t={t} hold={kept.hold} />}
        {mayHold && (
          <ButtonGroup>
            <LinkButton look="quiet" small icon="clock" href={paths.personHold(person.id)}>
              {t(kept.hold ? 'privacy.kept.lift' : 'privacy.kept.hold')}
            </LinkButton>
            <LinkButton look="plain" small href={paths.peopleRetention}>
              {t('privacy.own.link')}
            </LinkButton>
          </ButtonGroup>
        )}
      </div>
    </Card>
  )
}

function wordsOf({ t, kept, now }: PersonData): string {
  if (!kept) return ''
  const fate = fateOf({ ...kept, held: kept.hold !== null }, now)
  if (fate.kind === 'held') return t('privacy.record.held', { date: formatDate(t, fate.due) })
  if (fate.kind !== 'counting') return t('privacy.record.open')
  const { due, daysLeft: count } = fate
  return count > 0 ? t('privacy.record.counting', { date: formatDate(t, due), count }) : t('privacy.record.due')
}

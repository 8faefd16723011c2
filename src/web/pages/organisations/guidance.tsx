/** What the organisation needs to know, above the button: nobody has to come back for it. */
import { paths } from '../../paths.ts'
import { ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { AgencyData } from './agency-services.tsx'
import { isOpenTo, ReferButton } from './parts.tsx'
import { sayAvailability } from './say.ts'

export function Guidance({ data }: { data: AgencyData }) {
  const { t, agency, services, actor } = data
  const [first] = services
  const isOwn = actor.organisationId === agency.id
  const why = first ? sayAvailability(t, first.availability) : t('directory.availability.noServices')
  return (
    <Card
      title={t('directory.agency.guidance', { name: agency.name })}
      id="guidance"
      foot={
        isOwn && actor.role === 'primary' ? (
          <ButtonGroup>
            <LinkButton href={paths.profile(agency.id)} look="quiet" icon="pencil">
              {t('directory.agency.edit')}
            </LinkButton>
            <a href={paths.services}>{t('directory.agency.editServices')}</a>
          </ButtonGroup>
        ) : isOpenTo(services) ? (
          data.mayRefer && <ReferButton t={t} to={agency} />
        ) : (
          <p>
            <strong>{t('directory.agency.cannotRefer')}.</strong> {why}.
          </p>
        )
      }
    >
      <p class={agency.referralGuidance ? 'guidance' : 'small'}>
        {agency.referralGuidance || t('directory.agency.guidanceNone')}
      </p>
    </Card>
  )
}

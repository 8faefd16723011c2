/** One request to join, with what can be decided; and those that were. */
import type { JoinRequest } from '../../../db/joining.ts'
import { showPhone } from '../../../domain/phone.ts'
import { formatDate, formatDateTime, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'

type Props = { t: T; request: JoinRequest }

export function RequestCard({ t, request }: Props) {
  const { id, organisationName: name, createdAt, held } = request
  return (
    <Card
      title={name}
      id={`request-${id}`}
      level={3}
      act={!held}
      aside={t('joining.asked', { date: formatDateTime(t, createdAt) })}
      foot={
        <Form action={paths.joinRequest(id, 'approve')} plain>
          <ButtonGroup>
            <Button icon="check" label={t('joining.approveLabel', { name })}>
              {t('joining.approve')}
            </Button>
            <LinkButton look="danger" href={paths.joinRequest(id, 'refuse')}>
              {t('joining.refuse')}
            </LinkButton>
          </ButtonGroup>
        </Form>
      }
    >
      <RequestFacts t={t} request={request} />
    </Card>
  )
}

export function RequestFacts({ t, request }: Props) {
  const { whatItDoes, area, website, contactName, contactEmail, contactPhone } = request
  return (
    <Facts
      plain
      facts={[
        { name: t('joining.whatItDoes'), value: <span class="pre-line">{whatItDoes}</span> },
        { name: t('joining.area'), value: area },
        website !== null && {
          name: t('joining.website'),
          value: (
            <a href={website} rel="noreferrer nofollow">
              {website}
            </a>
          ),
        },
        {
          name: t('joining.contact'),
          value: (
            <>
              {contactName}, <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
              {contactPhone && `, ${showPhone(contactPhone)}`}
            </>
          ),
        },
      ]}
    />
  )
}

export function DecidedRequests({ t, requests }: { t: T; requests: readonly JoinRequest[] }) {
  if (requests.length === 0) return null
  return (
    <Details summary={`${t('joining.decided')} (${requests.length})`}>
      <ul class="stack tight">
        {requests.map(({ id, organisationName, status, decidedBy, decidedAt, reason }) => (
          <li key={id}>
            <strong>{organisationName}</strong>
            {': '}
            {t(status === 'approved' ? 'joining.approvedBy' : 'joining.refusedBy', { name: decidedBy ?? '' })}
            {decidedAt && `, ${formatDate(t, decidedAt)}`}
            {reason && <div class="small">{reason}</div>}
          </li>
        ))}
      </ul>
    </Details>
  )
}

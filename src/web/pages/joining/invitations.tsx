/** Invitations with what became of each, and what can still be done to it. */
import { type InvitationAct, invitationActs } from '../../../actions/revoke-invitation.ts'
import type { Invitation, InvitationState } from '../../../db/invitations.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

const tones: Record<InvitationState, Tone> = {
  ...{ waiting: 'wait', sent: 'info', expired: 'plain', accepted: 'good', revoked: 'plain', refused: 'bad' },
}
const possible: Record<InvitationState, readonly InvitationAct[]> = {
  ...{ waiting: ['approve', 'refuse'], sent: ['resend', 'revoke'], expired: ['resend', 'revoke'] },
  ...{ accepted: [], revoked: [], refused: [] },
}

type Props = {
  t: T
  invitations: readonly Invitation[]
  coordinates?: boolean
  /** Where to go on after something was done. */
  back?: string
  /** To people rather than organisations. */
  people?: boolean
}

/** Without `coordinates`: as the one who invited sees them. */
export function Invitations({ t, invitations, coordinates = false, people = false, back }: Props) {
  if (invitations.length === 0)
    return (
      <Empty icon="mail" title={t('joining.invitationsNone')} level={3}>
        {t('joining.invitationsNoneText')}
      </Empty>
    )
  return (
    <Table
      caption={t('joining.invitations')}
      hideCaption
      keyOf={({ id }) => id}
      rows={invitations}
      columns={[
        {
          heading: t('joining.columns.who'),
          cell: row => (people ? <Person t={t} invitation={row} /> : <Who t={t} invitation={row} />),
        },
        { heading: t('joining.columns.by'), cell: row => <By invitation={row} /> },
        { heading: t('joining.columns.state'), cell: row => <State t={t} invitation={row} /> },
        {
          heading: t('joining.columns.act'),
          cell: row => <Acts t={t} invitation={row} coordinates={coordinates} back={back} />,
        },
      ]}
    />
  )
}

type Row = { t: T; invitation: Invitation }

function Who({ t, invitation: { organisationName, personName, email } }: Row) {
  return (
    <>
      {organisationName ?? <span class="small">{t('joining.nameless')}</span>}
      <div class="small">{[personName, email].filter(Boolean).join(', ')}</div>
    </>
  )
}

function Person({ t, invitation: { personName, email, role } }: Row) {
  return (
    <>
      {personName ?? email}
      <div class="small">{[personName && email, t(`user.role.${role}`)].filter(Boolean).join(', ')}</div>
    </>
  )
}

function By({ invitation: { invitedBy, invitedByOrganisation } }: Pick<Row, 'invitation'>) {
  return (
    <>
      {invitedBy}
      {invitedByOrganisation && <div class="small">{invitedByOrganisation}</div>}
    </>
  )
}

function State({ t, invitation: { state, expiresAt, acceptedAt } }: Row) {
  const day = state === 'accepted' ? acceptedAt : null
  return (
    <>
      <Tag tone={tones[state]}>{t(`joining.state.${state}`)}</Tag>
      {state === 'sent' && <div class="small">{t('joining.goodUntil', { date: formatDate(t, expiresAt) })}</div>}
      {day && <div class="small">{formatDate(t, day)}</div>}
    </>
  )
}

/** Who invited takes one back that still waits; approving and refusing is the coordinator's. */
function Acts({ t, invitation, coordinates, back }: Row & { coordinates: boolean; back: string | undefined }) {
  const { id, state, email } = invitation
  const own: readonly InvitationAct[] = state === 'waiting' ? ['revoke'] : possible[state]
  const acts = invitationActs.filter(act => (coordinates ? possible[state] : own).includes(act))
  if (acts.length === 0) return null
  return (
    <Form plain>
      <ButtonGroup>
        {acts.map(act => (
          <Button
            key={act}
            small
            look={act === 'approve' ? 'go' : act === 'resend' ? 'quiet' : 'danger'}
            formaction={`${paths.invitation(id, act)}${back ? `?${new URLSearchParams({ back })}` : ''}`}
            label={t('joining.actLabel', { act: t(`joining.act.${act}`), email })}
          >
            {t(`joining.act.${act}`)}
          </Button>
        ))}
      </ButtonGroup>
    </Form>
  )
}

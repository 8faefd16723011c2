/** The rows of the lists of accounts. */
import type { Colleague, Granted } from '../../../db/colleagues.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { hrefOf } from './load.ts'

/** `withOrganisation` for people of several. */
export function Colleagues({
  t,
  people,
  caption,
  withOrganisation = false,
}: {
  t: T
  people: readonly Colleague[]
  caption: string
  withOrganisation?: boolean
}) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { heading: t('user.columns.name'), cell: person => <Name person={person} href={paths.user(person.id)} /> },
        ...(withOrganisation
          ? [
              {
                heading: t('user.columns.organisation'),
                cell: ({ organisationId, organisationName }: Colleague) => (
                  <a href={hrefOf({ kind: 'organisation', id: organisationId })}>{organisationName}</a>
                ),
              },
            ]
          : [{ heading: t('user.columns.role'), cell: (person: Colleague) => <Role t={t} person={person} /> }]),
        { heading: t('user.columns.signedIn'), cell: ({ lastSignedInAt }) => saySeen(t, lastSignedInAt) },
      ]}
    />
  )
}

/** The last coordinator stays. */
export function GrantedTable({ t, networkId, people }: { t: T; networkId: string; people: readonly Granted[] }) {
  const coordinators = people.filter(({ role }) => role === 'coordinator').length
  return (
    <Table
      caption={t('user.network.staffTable')}
      hideCaption
      rows={people}
      keyOf={({ userId, role }) => `${userId} ${role}`}
      columns={[
        { heading: t('user.columns.name'), cell: person => <Name person={person} /> },
        { heading: t('user.columns.role'), cell: ({ role }) => t(`user.role.${role}`) },
        { heading: t('user.columns.signedIn'), cell: ({ lastSignedInAt }) => saySeen(t, lastSignedInAt) },
        {
          heading: t('user.columns.change'),
          cell: ({ userId, role, name }) =>
            role === 'coordinator' && coordinators === 1 ? null : (
              <Form action={`${paths.endGrant(userId, role)}?network=${networkId}`} plain>
                <Button small look="danger" label={t('user.network.endLabel', { name, role: t(`user.role.${role}`) })}>
                  {t('user.network.end')}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

function Name({ person: { name, email }, href }: { person: { name: string; email: string }; href?: string }) {
  return (
    <>
      {href ? <a href={href}>{name}</a> : name}
      <div class="small">{email}</div>
    </>
  )
}

function Role({ t, person: { role, endedAt } }: { t: T; person: Colleague }) {
  if (endedAt) return <Tag>{t('user.left', { date: formatDate(t, endedAt) })}</Tag>
  return <Tag tone={role === 'primary' ? 'info' : 'plain'}>{t(`user.role.${role}`)}</Tag>
}

export function saySeen(t: T, at: Date | null): string {
  return at ? formatDate(t, at) : t('user.never')
}

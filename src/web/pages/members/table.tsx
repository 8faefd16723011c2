/** The rows of the members' list. */
import type { Member } from '../../../db/members.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Props = { t: T; networkId: string; members: readonly Member[] }
type Row = { t: T; networkId: string; member: Member }

export function MembersTable({ t, networkId, members }: Props) {
  const given = { t, networkId }
  return (
    <Table
      caption={t('joining.members.titleShort')}
      hideCaption
      rows={members}
      keyOf={({ id }) => id}
      columns={[
        { heading: t('joining.members.columns.name'), cell: member => <Name {...given} member={member} /> },
        { heading: t('joining.members.columns.joined'), cell: ({ joinedAt }) => formatDate(t, joinedAt) },
        { heading: t('joining.members.columns.agreement'), cell: member => <Agreed t={t} member={member} /> },
        { heading: t('joining.members.columns.services'), cell: ({ services }) => services, number: true },
        { heading: t('joining.members.columns.confirmed'), cell: member => <Confirmed t={t} member={member} /> },
        { heading: t('joining.members.columns.open'), cell: ({ live }) => live, number: true },
        { heading: t('joining.members.columns.act'), cell: member => <Acts {...given} member={member} /> },
      ]}
    />
  )
}

function Name({ t, networkId, member }: Row) {
  const { id, name, status, coordinating, primaries, suspendedAt, suspendedBy, suspendedReason } = member
  return (
    <>
      <a href={paths.organisation(id)}>{name}</a> {coordinating && <Tag>{t('joining.members.coordinating')}</Tag>}
      {status === 'suspended' && <Tag tone="bad">{t('joining.members.suspended')}</Tag>}
      <div class="small">
        {primaries.length > 0 ? (
          primaries.join(', ')
        ) : (
          <>
            {t('joining.members.noPrimary')}{' '}
            <a href={`${paths.invite}?network=${networkId}&organisation=${id}`}>
              {t('joining.members.invitePrimary')}
              <span class="hidden"> {name}</span>
            </a>
          </>
        )}
      </div>
      {suspendedAt && (
        <div class="small">{[formatDate(t, suspendedAt), suspendedBy, suspendedReason].filter(Boolean).join(', ')}</div>
      )}
    </>
  )
}

function Agreed({ t, member: { agreementVersion: version, agreed } }: Pick<Row, 't' | 'member'>) {
  if (version === null) return agreed ? null : <Tag tone="wait">{t('joining.members.notAccepted')}</Tag>
  return <Tag tone={agreed ? 'good' : 'wait'}>{t('joining.members.version', { version })}</Tag>
}

function Confirmed({ t, member: { confirmedAt, overdue } }: Pick<Row, 't' | 'member'>) {
  return (
    <>
      {confirmedAt ? formatDate(t, confirmedAt) : t('joining.members.never')}{' '}
      {overdue && <Tag tone="wait">{t('joining.members.overdueTag')}</Tag>}
    </>
  )
}

function Acts({ t, networkId, member: { id, name, status, coordinating } }: Row) {
  return (
    <div class="buttons">
      <a href={paths.profile(id)}>
        {t('joining.members.edit')}
        <span class="hidden"> {name}</span>
      </a>
      {!coordinating && status === 'active' && (
        <a href={`${paths.member(id, 'suspend')}?network=${networkId}`}>
          {t('joining.members.suspend')}
          <span class="hidden"> {name}</span>
        </a>
      )}
      {status === 'suspended' && (
        <Form action={`${paths.member(id, 'resume')}?network=${networkId}`} plain>
          <Button small look="quiet" label={t('joining.members.resumeLabel', { name })}>
            {t('joining.members.resume')}
          </Button>
        </Form>
      )}
    </div>
  )
}

/** PPL: the organisation's own record of the person, and whether somebody is in its records twice. */
import { may } from '../../../../domain/policy.ts'
import { paths } from '../../../paths.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Props } from './article.tsx'

export function OwnPerson({ t, data }: Props) {
  const { record, view, actor } = data
  if (record?.alikeId)
    return (
      <Notice tone="warning" title={t('people.match.notice')}>
        <p>{t('people.match.noticeText')}</p>
        <LinkButton href={paths.comparePeople(record.personId, record.alikeId)} look="quiet" icon="users">
          {t('people.match.compare')}
        </LinkButton>
      </Notice>
    )
  const isSender = view.file.sides.parties.some(
    ({ organisationId, standing }) => organisationId === actor.organisationId && standing === 'sender',
  )
  if (!isSender || !view.content || !may(actor, 'keepPeople')) return null
  return (
    <div>
      {record ? (
        <ViewPerson t={t} data={data} />
      ) : (
        <Form plain action={paths.keepPerson(data.id)}>
          <Button look="quiet" small icon="user">
            {t('people.onReferral.keep')}
          </Button>
        </Form>
      )}
    </div>
  )
}

export function ViewPerson({ t, data: { record } }: Props) {
  if (!record) return null
  return (
    <LinkButton href={paths.person(record.personId)} look="quiet" icon="user">
      {t('people.onReferral.view')}
    </LinkButton>
  )
}

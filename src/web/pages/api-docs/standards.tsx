/** API-2, API-3: what others’ standards find here: referrals as FHIR R4, the public directory as Open Referral UK. */
import type { RequestStatus, TaskStatus } from '../../../domain/fhir.ts'
import type { Key, T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { Code } from './code.tsx'

type State = Extract<Key, `api.fhir.state.${string}`>

/** As domain/fhir.ts has them. */
const states: readonly [State, TaskStatus, RequestStatus, string?][] = [
  ['api.fhir.state.asked', 'requested', 'active'],
  ['api.fhir.state.question', 'requested', 'active', 'businessStatus more-info'],
  ['api.fhir.state.accepted', 'accepted', 'active'],
  ['api.fhir.state.outcome', 'in-progress', 'active', 'output'],
  ['api.fhir.state.helped', 'completed', 'completed', 'output'],
  ['api.fhir.state.failed', 'failed', 'revoked', 'statusReason'],
  ['api.fhir.state.declined', 'rejected', 'active', 'statusReason'],
  ['api.fhir.state.passedOn', 'cancelled', 'active', 'statusReason'],
  ['api.fhir.state.movedOn', 'in-progress', 'active', 'partOf'],
  ['api.fhir.state.withdrawn', 'cancelled', 'revoked', 'statusReason'],
]

type Props = { t: T; baseUrl: string }

export function Fhir({ t, baseUrl }: Props) {
  const fhir = `${baseUrl}/api/v1/fhir`
  const key = '-H "Authorization: Bearer $ONWARD_KEY"'
  return (
    <Card title={t('api.fhir.title')} id="fhir">
      <p>{t('api.fhir.text')}</p>
      <Code code={`curl ${fhir}/metadata`}>{t('api.fhir.can')}</Code>
      <Code code={`curl ${key} "${fhir}/ServiceRequest?identifier=K7QF-2M9XH"`}>{t('api.fhir.find')}</Code>
      <Code code={`curl ${key} "${fhir}/Task?focus=ServiceRequest/REFERRAL"`}>{t('api.fhir.tasks')}</Code>
      <Table
        caption={t('api.fhir.states')}
        columns={[
          { heading: t('api.fhir.ours'), cell: ([state]) => t(state) },
          {
            heading: t('api.fhir.task'),
            cell: ([, task, , also]) => (
              <>
                <code>{task}</code> {also && <span class="small">+ {also}</span>}
              </>
            ),
          },
          { heading: t('api.fhir.request'), cell: ([, , request]) => <code>{request}</code> },
        ]}
        rows={states}
        keyOf={([state]) => state}
      />
    </Card>
  )
}

export function OpenReferral({ t, baseUrl }: Props) {
  const feed = `${baseUrl}/openreferral/v3`
  const take =
    'npm run onward -- import openreferral https://directory.example.org/v3 \\\n  --network NETWORK --make-categories'
  return (
    <Card title={t('api.open.title')} id="open-referral">
      <p>
        {t('api.open.text')} <a href={`${feed}/openapi.json`}>{t('api.open.description')}</a>
      </p>
      <Code code={`curl "${feed}/services?search=food&day=MO"`}>{t('api.open.list')}</Code>
      <Code code={`curl "${feed}/service_at_locations?postcode=L4+0TH&proximity=5000"`}>{t('api.open.near')}</Code>
      <Code code={`curl "${feed}/services?minimal=true&modified_after=2026-06-01&per_page=10000"`}>
        {t('api.open.changed')}
      </Code>
      <Code code={take}>{t('api.open.take')}</Code>
    </Card>
  )
}

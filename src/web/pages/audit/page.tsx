/** ADM-4: who did what, and who looked at whom, for coordinators (their networks) and administrators. */
import { Hono } from 'hono'
import {
  type AuditEntry,
  type Chain,
  listAudited,
  readChain,
  readEvents,
  readReadings,
} from '../../../db/audit/entries.ts'
import type { Actor } from '../../../domain/policy.ts'
import { auditedNetworks } from '../../../domain/policy-on-audit.ts'
import { tableFormats } from '../../../files/table.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Details } from '../../ui/details.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { Table } from '../../ui/table.tsx'
import { Chips, Tabs } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type AuditQuery, auditHref, errorsIn, filterOf, type Kind, kinds, readQuery } from './query.ts'
import { sayCodes, sayWhat, sayWho } from './say.ts'

const perPage = 50

export const auditPage = new Hono<PageEnv>().get(paths.audit, async c => {
  const { t, ctx, actor } = c.var
  const query = readQuery(c.req.url)
  const kind = query.kind ?? 'done'
  const errors = errorsIn(t, query)
  const wrong = Object.keys(errors).length > 0
  const read = kind === 'done' ? readEvents : readReadings
  const [entries, organisations, chain] = await Promise.all([
    wrong ? [] : read(ctx.db, filterOf(actor, query), perPage + 1),
    listAudited(ctx.db, auditedNetworks(actor)),
    readChain(ctx.db),
  ])
  const view = <Audit {...{ t, actor, query, kind, entries, organisations, chain, errors }} />
  return render(c, view, { title: t('audit.title'), width: 'wide', errors })
})

type Props = {
  t: T
  actor: Actor
  query: AuditQuery
  kind: Kind
  entries: AuditEntry[]
  organisations: { id: string; name: string }[]
  chain: Chain
  errors: FormErrors
}

function Audit(props: Props) {
  const { t, query, kind, entries, chain } = props
  const shown = entries.slice(0, perPage)
  const older = entries.length > perPage ? shown.at(-1)?.id : undefined
  return (
    <>
      <PageHead title={t('audit.heading')} lead={t('audit.lead')} />
      <div class="stack">
        <Tabs
          label={t('audit.kind')}
          tabs={kinds.map(one => ({
            href: auditHref(query, { kind: one }),
            label: t(`audit.kinds.${one}`),
            current: one === kind,
          }))}
        />
        <Find {...props} />
        <Person {...props} />
        {shown.length === 0 ? (
          <Card>
            <Empty icon="search" title={t('audit.none')}>
              {t('audit.noneText')}
            </Empty>
          </Card>
        ) : (
          <Card flush>
            <Entries {...props} entries={shown} />
          </Card>
        )}
        <Pager
          newer={query.before ? auditHref(query) : undefined}
          older={older ? auditHref(query, { before: older }) : undefined}
        />
        <Keeping t={t} query={query} chain={chain} />
      </div>
    </>
  )
}

function Find({ t, query, kind, organisations, errors }: Props) {
  const options = organisations.map(({ id, name }) => ({ value: id, label: name }))
  const narrowed = query.organisation || query.reference || query.from || query.to || Object.keys(errors).length > 0
  return (
    <Details summary={t('audit.find')} open={Boolean(narrowed)}>
      <Form method="get" action={paths.audit} values={query} errors={errors}>
        <input type="hidden" name="kind" value={kind} />
        <div class="filters">
          <Select
            name="organisation"
            label={t('audit.organisation')}
            empty={t('audit.anyOrganisation')}
            options={options}
          />
          <TextField
            name="reference"
            label={t('audit.reference')}
            hint={t('audit.referenceHint')}
            autocomplete="off"
            spellcheck={false}
            optional
          />
          <DateField name="from" legend={t('audit.from')} optional />
          <DateField name="to" legend={t('audit.to')} optional />
        </div>
        <Button look="quiet" icon="filter">
          {t('audit.show')}
        </Button>
      </Form>
    </Details>
  )
}

/** Narrowed to one person by pressing their name in the list. */
function Person({ t, query, entries }: Props) {
  if (!query.user) return null
  const name = entries.find(({ userId }) => userId === query.user)?.person ?? t('audit.program')
  const chip = { href: auditHref(query, { user: undefined }), label: t('audit.by', { name }), removes: true }
  return <Chips label={t('audit.find')} chips={[chip]} />
}

function Entries({ t, actor, query, kind, entries }: Props) {
  const several = auditedNetworks(actor)?.length !== 1
  return (
    <Table<AuditEntry>
      caption={t('audit.caption')}
      hideCaption
      keyOf={({ id }) => String(id)}
      rows={entries}
      columns={[
        {
          heading: t('audit.when'),
          cell: ({ at }) => <time dateTime={at.toISOString()}>{formatDateTime(t, at)}</time>,
        },
        { heading: t('audit.who'), cell: entry => <Who t={t} query={query} entry={entry} /> },
        { heading: t('audit.what'), cell: entry => <What t={t} kind={kind} entry={entry} /> },
        { heading: t('audit.referral'), cell: entry => <Referral entry={entry} /> },
        ...(several ? [{ heading: t('audit.network'), cell: ({ network }: AuditEntry) => network ?? '–' }] : []),
      ]}
    />
  )
}

function Who({ t, query, entry }: { t: T; query: AuditQuery; entry: AuditEntry }) {
  const name = sayWho(t, entry)
  return (
    <>
      {entry.userId ? <a href={auditHref(query, { user: entry.userId })}>{name}</a> : name}
      {entry.organisation && <p class="small">{entry.organisation}</p>}
    </>
  )
}

function What({ t, kind, entry }: { t: T; kind: Kind; entry: AuditEntry }) {
  const detail = sayCodes(entry)
  return (
    <>
      {sayWhat(t, kind, entry)}
      {detail && <p class="small">{detail}</p>}
    </>
  )
}

function Referral({ entry: { referralId, reference } }: { entry: AuditEntry }) {
  return referralId ? <a href={paths.referral(referralId)}>{reference}</a> : '–'
}

/** The same rows to keep, and what shows that they are what happened. */
function Keeping({ t, query, chain: { seals, sealedAt, head } }: Pick<Props, 't' | 'query' | 'chain'>) {
  return (
    <Card>
      <div class="buttons">
        {tableFormats.map(format => (
          <LinkButton
            key={format}
            look="plain"
            small
            icon="download"
            href={auditHref(query, {}, paths.auditFile(format))}
            download
          >
            {t(`common.downloadAs.${format}`)}
          </LinkButton>
        ))}
      </div>
      {sealedAt && <p>{t('audit.sealed', { count: seals, when: formatDateTime(t, sealedAt) })}</p>}
      <p class="small">{t('audit.sealText')}</p>
      {head && (
        <p class="small">
          {t('audit.head')}: <code class="figure">{head}</code>
        </p>
      )}
    </Card>
  )
}

/** The person's own page: where things stand, then what they can do about it. */
import type { OwnPage } from '../../../actions/own-page/read-page.ts'
import { goesOn } from '../../../domain/own-page.ts'
import { formatDay } from '../../../words/index.ts'
import { ownPaths } from '../../own-paths.ts'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import { Again, type Around, Leave, OneButton } from './frame.tsx'
import { Part, stateOf } from './part.tsx'

const sayings = {
  called: 'ownPage.nobodyDone',
  calledAgain: 'ownPage.nobodyAgain',
  contact: 'ownPage.contactDone',
  withdrawn: 'ownPage.withdrawDone',
  over: 'ownPage.overNow',
} as const
export type Did = keyof typeof sayings
export type ViewProps = { around: Around; page: OwnPage; names: boolean; did?: Did | undefined }

export function OwnPageView({ around, page: { parts, careful }, names, did }: ViewProps) {
  const { t } = around
  const [first] = parts
  if (!first) return null
  const open = parts.filter(one => !one.anonymised && !one.consentWithdrawn)
  const isGood = did !== 'over' && did !== 'calledAgain'
  return (
    <>
      <Leave t={t} />
      <PageHead title={t(`ownPage.state.${stateOf(first)}`)} />
      <div class="stack">
        {did && (
          <Notice tone={isGood ? 'success' : 'info'} live>
            <p>{t(sayings[did])}</p>
          </Notice>
        )}
        {careful && <Names around={around} names={names} />}
        {parts.map(part => (
          <Part key={part.id} t={t} part={part} names={names} several={parts.length > 1} />
        ))}
        {open.length > 0 && <CanDo around={around} goesOn={open.some(({ status }) => goesOn(status))} />}
        <div>
          <Looked around={around} parts={parts} names={names} />
          <Held around={around} />
        </div>
      </div>
      <Again {...around} />
    </>
  )
}

type Piece = { around: Around }

function Names({ around, names }: Piece & { names: boolean }) {
  const { t } = around
  return (
    <Card>
      {!names && <p>{t('ownPage.hiddenNames')}</p>}
      <OneButton around={around} path={ownPaths.page} also={{ names: names ? 'hide' : 'show' }}>
        {t(names ? 'ownPage.hideNames' : 'ownPage.showNames')}
      </OneButton>
    </Card>
  )
}

function CanDo({ around, goesOn }: Piece & { goesOn: boolean }) {
  const { t } = around
  return (
    <Card title={t('ownPage.canDo')} id="can-do">
      {goesOn && (
        <section class="own-act">
          <h3>{t('ownPage.nobody')}</h3>
          <p>{t('ownPage.nobodyText')}</p>
          <OneButton around={around} path={ownPaths.act('called')}>
            {t('ownPage.nobodyGo')}
          </OneButton>
        </section>
      )}
      <section class="own-act">
        <h3>{t('ownPage.contact')}</h3>
        <p>{t('ownPage.contactText')}</p>
        <OneButton around={around} path={ownPaths.act('contact')} also={{ step: 'ask' }}>
          {t('ownPage.contactGo')}
        </OneButton>
      </section>
      <section class="own-act">
        <h3>{t('ownPage.withdraw')}</h3>
        <p>{t('ownPage.withdrawText')}</p>
        <OneButton around={around} path={ownPaths.act('withdraw')} also={{ step: 'ask' }} look="danger">
          {t('ownPage.withdrawGo')}
        </OneButton>
      </section>
    </Card>
  )
}

function Looked({ around: { t }, parts, names }: Piece & Pick<OwnPage, 'parts'> & { names: boolean }) {
  const rows = parts.flatMap(({ looked }) => looked)
  if (parts.every(({ anonymised }) => anonymised)) return null
  const days = rows.map(({ day, organisation }) => ({ day, who: names ? organisation : t('ownPage.lookedHidden') }))
  const once = [...new Map(days.map(row => [`${row.day} ${row.who}`, row])).values()]
  return (
    <Details summary={t('ownPage.looked')}>
      {once.length === 0 && <p>{t('ownPage.lookedNobody')}</p>}
      {once.length > 0 && (
        <Table
          caption={t('ownPage.lookedCaption')}
          hideCaption
          columns={[
            { heading: t('ownPage.lookedWho'), cell: ({ who }) => who },
            { heading: t('ownPage.lookedWhen'), cell: ({ day }) => formatDay(t, day) },
          ]}
          rows={once}
          keyOf={({ day, who }) => `${day} ${who}`}
        />
      )}
    </Details>
  )
}

function Held({ around: { t } }: Piece) {
  return (
    <Details summary={t('ownPage.held')}>
      <p>{t('ownPage.heldText')}</p>
      <p>{t('ownPage.complain')}</p>
    </Details>
  )
}

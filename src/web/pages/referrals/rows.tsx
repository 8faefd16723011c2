/** A referral as one row of a list, as far as this viewer may see it; the same on Home and in the list. */
import type { ReferralRow } from '../../../db/referrals/list.ts'
import type { Actor } from '../../../domain/policy.ts'
import type { T } from '../../../words/index.ts'
import type { Children } from '../../ui/context.tsx'
import type { RowProps } from '../../ui/rows.tsx'
import { OverdueTag, RestrictedTag, StatusTag, UrgentTag } from '../../ui/tag.tsx'
import type { ThreadProps } from '../../ui/thread.tsx'
import { agoOf, whenOf } from '../../when.ts'

type Shown = { t: T; actor: Actor; now: Date }

export function rowOf(shown: Shown, row: ReferralRow, href: string, text?: Children): RowProps & { id: string } {
  return {
    id: row.id,
    href,
    name: nameOf(row),
    tags: <Marks row={row} now={shown.now} />,
    text: text ?? <About {...shown} row={row} />,
    foot: text === undefined && <Foot {...shown} row={row} />,
    thread: threadOf(row, row.waitingSince !== null),
    urgent: row.urgent,
  }
}

/** "R. M., 25–34 · L4"; where the name is withheld, the reference. */
export function nameOf({ initials, ageBand, outwardCode, reference }: ReferralRow): string {
  const who = [initials, ageBand && bandOf(ageBand)].filter(Boolean).join(', ')
  return [who || reference, outwardCode].filter(Boolean).join(' · ')
}

export function bandOf(ageBand: string): string {
  return ageBand.replace('-', '–')
}

export function threadOf({ progress, status }: Pick<ReferralRow, 'progress' | 'status'>, yours = false): ThreadProps {
  const stopped = status === 'withdrawn' || status === 'unmet'
  return { reached: stopped ? 'opened' : progress, stopped, yours: yours && !stopped }
}

/** Author and recipients in the viewer's own words: "Walton Children's Centre → you". */
export function routeOf({ t, actor }: Pick<Shown, 't' | 'actor'>, row: ReferralRow): string {
  const called = (name: string) => (name === actor.organisationName ? t('list.you') : name)
  const names = [...new Set(row.recipients.map(({ name }) => called(name)))]
  const [first = t('list.nobody'), second, ...others] = names
  const shown = second ? `${first}, ${second}` : first
  return t('list.route', {
    sender: row.sender ? called(row.sender) : t('list.outside'),
    recipients: others.length > 0 ? t('list.more', { names: shown, count: others.length }) : shown,
  })
}

function About({ t, actor, row }: Shown & { row: ReferralRow }) {
  return (
    <>
      {row.needs.length > 0 && (
        <p>
          <strong>{row.needs.join(', ')}</strong>
        </p>
      )}
      <p>{routeOf({ t, actor }, row)}</p>
    </>
  )
}

function Foot({ t, actor, now, row }: Shown & { row: ReferralRow }) {
  const withheld = withheldOf(t, actor, row)
  const age = row.waitingSince
    ? t('list.waitingFor', { age: agoOf(t, row.waitingSince, now) })
    : t('list.opened', { age: agoOf(t, row.openedAt, now) })
  const more = [age, clockOf(t, row, now), row.handler && t('list.handlerIs', { name: row.handler })].filter(Boolean)
  return (
    <p>
      {withheld ? `— ${withheld}` : <span class="reference-quiet">{row.reference}</span>}
      {more.map(part => ` · ${part}`)}
    </p>
  )
}

/** When the next step falls due; while a question is open nothing does. */
function clockOf(t: T, { questionOpen, nextStep, escalatesAt }: ReferralRow, now: Date): string {
  if (questionOpen) return t('list.clockPaused')
  if (escalatesAt && escalatesAt <= now) return t('list.clockOverdue')
  if (!nextStep || nextStep.step === 'resume') return ''
  const when = whenOf(t, nextStep.dueAt, now)
  return t(clockWords[nextStep.step], { when })
}

const clockWords = { remind: 'list.clockRemind', escalate: 'list.clockEscalate', pass_on: 'list.clockPassOn' } as const

function Marks({ row, now }: { row: ReferralRow; now: Date }) {
  const late = row.escalatesAt !== null && row.escalatesAt <= now && !row.questionOpen
  return (
    <>
      {row.urgent && <UrgentTag />}
      {late && <OverdueTag />}
      {row.restricted && <RestrictedTag />}
      <State row={row} />
    </>
  )
}

/** One's own part where one has a part; else the referral's. */
function State({ row }: { row: ReferralRow }) {
  const { standings, questionOpen, status } = row
  if (row.waitingSince) return <StatusTag assignment={questionOpen ? 'question' : 'waiting_for_you'} />
  if (questionOpen && standings.includes('sender')) return <StatusTag assignment="question" />
  if (standings.includes('helping')) return <StatusTag assignment="accepted" />
  if (standings.includes('referred_on') && !standings.includes('sender')) return <StatusTag assignment="referred_on" />
  if (standings.includes('closed') && !standings.includes('sender')) return <StatusTag assignment="closed" />
  return <StatusTag referral={status} />
}

function withheldOf(t: T, actor: Actor, row: ReferralRow): string | null {
  if (row.sight === 'exists' && row.restricted) return t('list.withheldRestricted')
  if (row.sight === 'exists' && row.standings.includes('sender')) return t('list.withheldConsent')
  if (row.sight === 'exists') return actor.administrator ? t('list.withheldAdministrator') : t('list.withheldConsent')
  return row.initials === null ? t('list.withheldIdentity') : null
}

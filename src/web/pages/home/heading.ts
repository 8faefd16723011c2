/** Home's heading says what matters most, to whoever reads it. */
import { mostCounted } from '../../../domain/listing.ts'
import { isKey, type T } from '../../../words/index.ts'
import { calledIn } from '../../person-word.ts'
import { sayKey } from '../referrals/names.ts'
import { sayFinding } from '../reports/say.ts'
import type { HomeData } from './load-home.ts'

export function headingOf(
  t: T,
  { member, coordinator, counts, unplaced, questions, overdueCount, figures, ...data }: HomeData,
): string {
  if (counts.received.open > 0) return waitingOf(t, counts.received.open, calledIn(data.networks))
  if (questions.length > 0) return t('home.questions', { count: questions.length })
  if (coordinator && unplaced > 0) return unplacedOf(t, unplaced)
  if (coordinator && overdueCount > mostCounted) return t('home.overdueMany', { count: mostCounted })
  if (coordinator && overdueCount > 0) return t('home.overdue', { count: overdueCount })
  if (member || coordinator || !figures) return t('home.nothingWaiting')
  const [quarter] = data.quarters
  if (quarter) return sayFinding(t, 'quarter', quarter.figures.finding)
  if (figures.networks === 0) return t('home.firstNetwork')
  return t('home.opened', { count: figures.opened })
}

/** "Two people are waiting for you": up to nine in words. */
function waitingOf(t: T, count: number, called: ReturnType<typeof calledIn>): string {
  const number = inWords(t, count)
  if (called && number) return t('home.waitingCalledFew', { number, people: called.people })
  if (called) return t('home.waitingCalled', { count, ...called })
  return number ? t('home.waitingFew', { number }) : t('home.waiting', { count })
}

function unplacedOf(t: T, count: number): string {
  if (count > mostCounted) return t('home.unplacedMany', { count: mostCounted })
  const number = inWords(t, count)
  return number ? t('home.unplacedFew', { number }) : t('home.unplaced', { count })
}

function inWords(t: T, count: number): string | null {
  const key = `home.number.n${count}`
  return isKey(key) ? sayKey(t, key) : null
}

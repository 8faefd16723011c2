/** Referrals begun and not sent. Whom they are about shows once one is opened. */
import type { Draft } from '../../../db/drafts.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Rows } from '../../ui/rows.tsx'
import { StatusTag } from '../../ui/tag.tsx'
import { whenOf } from '../../when.ts'
import type { HomeData } from './load-home.ts'

export function Drafts({ t, data }: { t: T; data: HomeData }) {
  if (data.drafts.length === 0) return null
  const rows = data.drafts.map(draft => ({
    id: draft.id,
    href: `${paths.refer}/${draft.id}`,
    name: nameOf(t, draft),
    tags: <StatusTag referral="draft" />,
    text: <p>{textOf(t, draft, data)}</p>,
  }))
  return (
    <Card flush title={t('home.draftsTitle')} id="drafts">
      <Rows label={t('home.draftsTitle')} rows={rows} />
    </Card>
  )
}

function nameOf(t: T, { body }: Draft): string {
  const initials = [body.typed['person.firstName'], body.typed['person.lastName']]
    .flatMap(name => (typeof name === 'string' ? [...name.trim()].slice(0, 1) : []))
    .map(letter => `${letter.toLocaleUpperCase('en-GB')}.`)
  return initials.length > 0 ? initials.join(' ') : t('home.draftUnnamed')
}

function textOf(t: T, draft: Draft, { networks, now }: HomeData): string {
  const days = networks.find(({ id }) => id === draft.networkId)?.settings.draftDays ?? 30
  return t('home.draftSaved', { when: whenOf(t, draft.updatedAt, now), days })
}

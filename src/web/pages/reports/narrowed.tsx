/** What a report is narrowed by, in words: each can be taken away, and print says it too. */
import type { FilterName } from '../../../reports/report.ts'
import { paths } from '../../paths.ts'
import { Chips } from '../../ui/tabs.tsx'
import type { Shown } from './load.ts'
import { reportHref } from './query.ts'

export function Narrowed({ shown }: { shown: Shown }) {
  const { t, answer, query } = shown
  const chips = appliedIn(shown).map(({ name, label }) => ({
    href: reportHref(paths.report(answer.report.id), query, { [name]: undefined }),
    label,
    removes: true,
  }))
  if (chips.length === 0) return null
  return (
    <div class="report-ways report-narrowed">
      <span class="ways-label">{t('reports.narrowed')}</span>
      <Chips label={t('reports.narrowed')} chips={chips} />
    </div>
  )
}

function appliedIn({ t, answer, query, choices }: Shown): { name: FilterName; label: string }[] {
  const { report, whose } = answer
  const named = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find(one => one.id === id)?.name ?? t('reports.anotherFilter')
  const labels: Record<FilterName, string | null> = {
    need: query.need ? `${t('reports.need')}: ${named(choices.needs, query.need)}` : null,
    area: query.area ? `${t('reports.area')}: ${named(choices.areas, query.area)}` : null,
    sender: query.sender ? `${t('reports.sender')}: ${named(choices.organisations, query.sender)}` : null,
    recipient: query.recipient ? `${t('reports.recipient')}: ${named(choices.organisations, query.recipient)}` : null,
    urgent: query.urgent ? t('reports.urgent') : null,
  }
  return report.filters.flatMap(name => {
    const label = whose.kind === 'installation' ? null : labels[name]
    return label ? [{ name, label }] : []
  })
}

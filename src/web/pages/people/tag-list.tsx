/** The organisation's tags as words with counts, each leading to its people. */
import type { TagCount } from '../../../db/people/list.ts'
import { formatNumber, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'

export function TagList({ t, tags, here }: { t: T; tags: readonly TagCount[]; here?: string }) {
  return (
    <Card title={t('people.tags')} id="tags">
      {tags.length === 0 ? (
        <p class="small">{t('people.noTags')}</p>
      ) : (
        <ul class="tag-words">
          {tags.map(({ id, name, count }) => (
            <li key={id}>
              <a href={paths.peopleTag(id)} aria-current={id === here ? 'page' : undefined}>
                {name} <span class="figure">{formatNumber(t, count)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="small">{t('people.tagsText')}</p>
    </Card>
  )
}

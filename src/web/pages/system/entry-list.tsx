/** The entries of a register: in use in their order, retired ones folded away beneath. */
import type { Entry } from '../../../db/settings.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { iconOf } from './icon-of.ts'
import { type InRegister, inTree } from './load.ts'

type Listed = Entry & { depth: number }

export function EntryList({ on }: { on: InRegister }) {
  const { t, register, entries } = on
  const listed = register.table === 'category' ? inTree(entries) : entries.map(entry => ({ ...entry, depth: 0 }))
  const inUse = listed.filter(({ retired }) => !retired)
  const retired = listed.filter(one => one.retired)
  return (
    <div class="stack tight">
      {inUse.length === 0 && <Empty title={t('system.empty')} icon="list" />}
      {groupsOf(on, inUse).map(({ title, rows }) => (
        <Card
          key={title}
          title={title}
          id={`group-${title.length}`}
          flush
          aside={t('system.inUse', { count: rows.length })}
        >
          <EntryRows on={on} rows={rows} />
        </Card>
      ))}
      {retired.length > 0 && (
        <Details summary={t('system.retiredCount', { count: retired.length })}>
          <Card flush>
            <EntryRows on={on} rows={retired.map(one => ({ ...one, depth: 0 }))} />
          </Card>
        </Details>
      )}
    </div>
  )
}

function groupsOf({ t, register }: InRegister, rows: readonly Listed[]): { title: string; rows: readonly Listed[] }[] {
  if (rows.length === 0) return []
  if (register.table !== 'outcome') return [{ title: t(`system.part.${register.name}`), rows }]
  const groups = [
    { title: t('system.successful'), rows: rows.filter(({ successful }) => successful) },
    { title: t('system.unsuccessful'), rows: rows.filter(({ successful }) => !successful) },
  ]
  return groups.filter(group => group.rows.length > 0)
}

function EntryRows({ on, rows }: { on: InRegister; rows: readonly Listed[] }) {
  const { at, register } = on
  return (
    <ul class="entries">
      {rows.map(entry => {
        const beside = rows.filter(one => (one.parentId ?? null) === (entry.parentId ?? null))
        const icon = iconOf(entry.icon)
        return (
          <li key={entry.id} id={`e-${entry.id}`} class={`entry depth-${Math.min(entry.depth, 4)}`}>
            <div class="entry-name">
              {icon && <Icon name={icon} />}
              <div>
                <a href={at(paths.registerEntry(register.name, entry.id))}>{entry.label}</a>
                <More on={on} entry={entry} />
              </div>
            </div>
            {!entry.retired && beside.length > 1 && (
              <Movers on={on} entry={entry} first={beside[0] === entry} last={beside.at(-1) === entry} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function More({ on: { t, network, entries }, entry }: { on: InRegister; entry: Entry }) {
  const category = entry.categoryId ? network.categories.get(entry.categoryId) : null
  const merged = entry.mergedIntoId ? entries.find(({ id }) => id === entry.mergedIntoId) : null
  const said = [
    merged && t('system.mergedText', { name: merged.label }),
    entry.description,
    category && t('system.onlyFor', { category: category.label }),
    entry.kind && t(`system.kinds.${entry.kind}`),
  ].find(Boolean)
  return said ? <p class="small">{said}</p> : null
}

type MoverProps = { on: InRegister; entry: Entry; first: boolean; last: boolean }

function Movers({ on: { t }, entry, first, last }: MoverProps) {
  return (
    <Form plain>
      <input type="hidden" name="id" value={entry.id} />
      <span class="movers">
        {first ? (
          <span class="mover" />
        ) : (
          <Button
            look="quiet"
            small
            icon="arrow-up"
            name="do"
            value="up"
            label={t('system.upOf', { name: entry.label })}
          >
            <span class="hidden">{t('common.moveUp')}</span>
          </Button>
        )}
        {last ? (
          <span class="mover" />
        ) : (
          <Button
            look="quiet"
            small
            icon="arrow-down"
            name="do"
            value="down"
            label={t('system.downOf', { name: entry.label })}
          >
            <span class="hidden">{t('common.moveDown')}</span>
          </Button>
        )}
      </span>
    </Form>
  )
}

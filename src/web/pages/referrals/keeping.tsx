/** What becomes of a list: taken along as a file, or kept under a name. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isMerelyAdministrator } from './chips.ts'
import type { ListData } from './load-list.ts'
import { searchOf } from './query.ts'

type Props = { t: T; list: ListData }

export function Keeping({ t, list }: Props) {
  return (
    <div class="list-foot">
      {list.rows.length > 0 && <Download t={t} list={list} />}
      <Details summary={t('list.views.save')}>
        <SaveView t={t} list={list} />
        {list.views.map(({ id, name }) => (
          <Form key={id} action={paths.deleteView(id)} plain>
            <p class="kept-view">
              <span>{name}</span>
              <Button look="plain" label={t('list.views.deleteOne', { name })}>
                {t('list.views.delete')}
              </Button>
            </p>
          </Form>
        ))}
      </Details>
      <p class="list-keys">
        <button
          class="button plain"
          type="button"
          hidden
          data-list-keys
          data-on={t('list.keys.on')}
          data-off={t('list.keys.off')}
        />
      </p>
    </div>
  )
}

/** A form that goes into an address, the filters with it. */
export function Download({ t, list }: Props) {
  const { after: _, select: __, ...query } = list.query
  return (
    <Details summary={t('list.download.title')}>
      <Form method="get" action={paths.downloadReferrals}>
        <p class="small">{t('list.download.hint')}</p>
        {Object.entries({ ...query, tab: list.tab }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {!isMerelyAdministrator(list.actor) && <Checkbox name="people" label={t('list.download.people')} />}
        <div class="buttons">
          <Button look="quiet" icon="download" name="format" value="csv">
            {t('list.download.csv')}
          </Button>
          <Button look="quiet" icon="download" name="format" value="xlsx">
            {t('list.download.xlsx')}
          </Button>
        </div>
      </Form>
    </Details>
  )
}

function SaveView({ t, list }: Props) {
  const { after: _, select: __, ...query } = list.query
  return (
    <Form action={`${paths.keepView}?${searchOf(query)}`}>
      <TextField
        name="name"
        label={t('list.views.name')}
        hint={t(query.s ? 'list.views.hintPrivate' : 'list.views.hint')}
        width="m"
        autocomplete="off"
        maxlength={60}
      />
      <Button look="quiet">{t('list.views.button')}</Button>
    </Form>
  )
}

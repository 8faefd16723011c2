/** Several referrals at once: ticked in the list, then downloaded or given to a colleague. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import type { Children } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import type { ListData } from './load-list.ts'
import { searchOf } from './query.ts'

/** The address says which list it is, so that "all that match" means the same there. */
export function Selecting({ t, list, children }: { t: T; list: ListData; children: Children }) {
  const { choices, query, actor } = list
  const mayAssign = actor.organisationId !== null && choices.colleagues.length > 0
  return (
    <Form action={`${paths.selectedReferrals}?${searchOf(query, { select: 'yes', after: query.after })}`}>
      <div class="select-bar" data-select-all>
        <Checkbox name="all" label={t('list.select.all')} />
        <fieldset class="select-acts">
          <legend class="hidden">{t('list.select.legend')}</legend>
          <Button look="quiet" icon="download" name="do" value="csv" small>
            {t('list.download.csv')}
          </Button>
          <Button look="quiet" icon="download" name="do" value="xlsx" small>
            {t('list.download.xlsx')}
          </Button>
        </fieldset>
        {mayAssign && (
          <div class="select-assign">
            <Select
              name="handler"
              label={t('list.select.assignTo')}
              width="full"
              options={choices.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button look="quiet" name="do" value="assign">
              {t('list.select.assign')}
            </Button>
          </div>
        )}
      </div>
      {children}
    </Form>
  )
}

/** What ends an entry: retired, brought back, deleted, or made part of another. */
import type { Entry } from '../../../db/settings.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { type InRegister, inTree } from './load.ts'

type Props = { on: InRegister; entry: Entry; used: boolean; errors: FormErrors }

export function EntryEnd(props: Props) {
  const { on, entry } = props
  return (
    <>
      {on.register.table === 'category' && !entry.retired && <Merge {...props} />}
      {entry.retired ? <Restore {...props} /> : entry.kind !== 'age' && <Retire {...props} />}
    </>
  )
}

function Merge({ on: { t, entries }, entry, errors }: Props) {
  const others = inTree(entries).filter(({ id, retired }) => id !== entry.id && !retired)
  if (others.length === 0) return null
  return (
    <Card title={t('system.merge.title')} id="merge">
      <Form values={{}} errors={errors}>
        <Seen mark={entry.seen} />
        <p>{t('system.merge.text', { name: entry.label })}</p>
        <Select
          name="into"
          label={t('system.merge.into')}
          options={others.map(({ id, label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }))}
        />
        <ButtonGroup>
          <Button look="quiet" name="do" value="merge">
            {t('system.merge.do')}
          </Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

function Retire({ on: { t }, entry, used }: Props) {
  return (
    <Card title={t('system.retireTitle')} id="retire">
      <Form plain>
        <Seen mark={entry.seen} />
        <div class="stack tight">
          <p>
            {t('system.retireText')} {t(used ? 'system.usedText' : 'system.unusedText')}
          </p>
          <ButtonGroup>
            <Button look="quiet" name="do" value="retire" label={t('system.retireOf', { name: entry.label })}>
              {t('system.retire')}
            </Button>
            {!used && <Delete t={t} />}
          </ButtonGroup>
        </div>
      </Form>
    </Card>
  )
}

function Restore({ on: { t }, entry, used }: Props) {
  return (
    <Card title={t('system.retired')} id="restore" act>
      <Form plain>
        <Seen mark={entry.seen} />
        <div class="stack tight">
          <p>
            {t('system.retiredText')} {t(used ? 'system.usedText' : 'system.unusedText')}
          </p>
          <ButtonGroup>
            <Button look="quiet" name="do" value="restore" label={t('system.restoreOf', { name: entry.label })}>
              {t('system.restore')}
            </Button>
            {!used && <Delete t={t} />}
          </ButtonGroup>
        </div>
      </Form>
    </Card>
  )
}

function Delete({ t }: Pick<InRegister, 't'>) {
  return (
    <Button look="danger" icon="trash-2" name="do" value="delete">
      {t('system.delete')}
    </Button>
  )
}

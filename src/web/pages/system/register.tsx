/** One register as a list: its entries in order, moved by buttons, and a form for another. */
import { Hono } from 'hono'
import type { z } from 'zod'
import { addEntry, keepEntry } from '../../../actions/keep-entry.ts'
import { categoryForm, newDemographic, outcomeForm, type RegisterTable, termForm } from '../../../domain/registers.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { CategoryFileCard } from './category-file.tsx'
import { EntryFields } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { SettingsFrame } from './frame.tsx'
import { doneAt, type InRegister, loadRegister } from './load.ts'

const forms = {
  term: termForm,
  outcome: outcomeForm,
  category: categoryForm,
  demographic: newDemographic,
} as const satisfies Record<RegisterTable, z.ZodType>

export const ownWords = {
  label: 'system.labelMissing',
  'label.too_long': 'problem.field.too_long',
  successful: 'system.countsMissing',
  kind: 'system.kindMissing',
} as const

export const registerPage = new Hono<PageEnv>()
  .get('/system/lists/:list', async c => {
    const on = await loadRegister(c)
    return show(c, on, { parentId: c.req.query('under') ?? '' })
  })
  .post('/system/lists/:list', async c => {
    const on = await loadRegister(c)
    const { register, network } = on
    const did = c.var.form.get('do')
    const id = String(c.var.form.get('id') ?? '')
    if (did === 'up' || did === 'down') {
      await keepEntry(c.var.ctx, { networkId: network.id, register, id, seen: '' }, { did })
      return c.redirect(doneAt(on, did, id), 303)
    }
    const form = read(forms[register.table], c.var.form, ['do'])
    if (!form.ok) return show(c, on, form.typed, wordErrors(c.var.t, form.errors, ownWords))
    try {
      const added = await addEntry(c.var.ctx, { networkId: network.id, register }, form.value)
      return c.redirect(doneAt(on, 'add', added), 303)
    } catch (problem) {
      return show(c, on, form.typed, fieldErrorOf(c.var.t, problem))
    }
  })

type Visit = Parameters<typeof loadRegister>[0] & Parameters<typeof render>[0]

function show(c: Visit, on: InRegister, values: FormValues, errors: FormErrors = {}) {
  const { t, register } = on
  const view = (
    <SettingsFrame
      settings={on}
      part={register.name}
      title={t(`system.part.${register.name}`)}
      lead={t(`system.leadOf.${register.name}`)}
      buttons={
        <LinkButton look="quiet" icon="plus" href="#add">
          {t(`system.addTitle.${register.name}`)}
        </LinkButton>
      }
      done={Object.keys(errors).length === 0 ? c.req.query('done') : undefined}
    >
      <EntryList on={on} />
      <Form values={values} errors={errors}>
        <Card title={t(`system.addTitle.${register.name}`)} id="add">
          <div class="form">
            <EntryFields on={on} />
            <Button icon="plus">{t('common.add')}</Button>
          </div>
        </Card>
      </Form>
      {register.table === 'category' && <CategoryFileCard on={on} />}
    </SettingsFrame>
  )
  return render(c, view, { title: t(`system.part.${register.name}`), errors })
}

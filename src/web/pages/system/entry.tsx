/** One entry of a register: changed, retired or brought back, deleted where nothing uses it, merged where it is a category. */
import { Hono } from 'hono'
import { mergeCategory } from '../../../actions/keep-categories.ts'
import { type Change, keepEntry } from '../../../actions/keep-entry.ts'
import { type Entry, isUsed, readLastChange, readRegister } from '../../../db/settings.ts'
import { isProblem } from '../../../domain/problem.ts'
import { categoryForm, outcomeForm, termForm } from '../../../domain/registers.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { changedDemographic, DemographicOptions } from './demographic-options.tsx'
import { EntryEnd } from './entry-end.tsx'
import { EntryFields } from './entry-fields.tsx'
import { SettingsFrame } from './frame.tsx'
import { sayChange } from './hub.tsx'
import { doneAt, type InRegister, loadRegister } from './load.ts'
import { ownWords } from './register.tsx'

const forms = { term: termForm, outcome: outcomeForm, category: categoryForm } as const
const own = ['do', 'seen', 'into']

export const settingsEntry = new Hono<PageEnv>()
  .get('/system/lists/:list/:id', async c => {
    const on = await loadRegister(c)
    const entry = entryOf(on, c.req.param('id'))
    return show(c, on, entry, valuesOf(entry))
  })
  .post('/system/lists/:list/:id', async c => {
    const on = await loadRegister(c)
    const entry = entryOf(on, c.req.param('id'))
    const did = String(c.var.form.get('do') ?? 'change')
    const seen = String(c.var.form.get('seen') ?? '')
    const at = { networkId: on.network.id, register: on.register, id: entry.id, seen }
    if (did === 'retire' || did === 'restore' || did === 'delete') {
      await keepEntry(c.var.ctx, at, { did })
      return c.redirect(doneAt(on, did, did === 'delete' ? undefined : entry.id), 303)
    }
    const change = did === 'merge' ? null : changeOf(c, on, entry, did)
    if (change && !change.ok) return show(c, on, entry, change.typed, change.errors)
    try {
      if (change) await keepEntry(c.var.ctx, at, change.change)
      else await merge(c, at)
    } catch (problem) {
      if (isProblem(problem) && problem.code === 'conflict') return showConflict(c, on, entry.id)
      return show(c, on, entry, change?.typed ?? valuesOf(entry), fieldErrorOf(c.var.t, problem))
    }
    const isPart = did !== 'change' && did !== 'merge'
    const stay = at.register.table === 'demographic' && isPart
    return c.redirect(
      stay
        ? on.at(paths.registerEntry(on.register.name, entry.id))
        : doneAt(on, did === 'merge' ? 'merge' : 'change', entry.id),
      303,
    )
  })

type Visit = Parameters<typeof loadRegister>[0] & Parameters<typeof render>[0]
type Made = { ok: true; change: Change; typed: FormValues } | { ok: false; typed: FormValues; errors: FormErrors }

function entryOf({ entries }: InRegister, id: string): Entry {
  const entry = entries.find(one => one.id === id)
  if (!entry) throw absent()
  return entry
}

async function merge(c: Visit, at: Parameters<typeof mergeCategory>[1]): Promise<void> {
  const into = String(c.var.form.get('into') ?? '')
  if (at.register.table !== 'category') throw absent()
  await mergeCategory(c.var.ctx, at, into)
}

function changeOf(c: Visit, { register }: InRegister, entry: Entry, did: string): Made {
  if (register.table === 'demographic') return changedDemographic(c.var.t, c.var.form, entry, did)
  const form = read(forms[register.table], c.var.form, own)
  if (!form.ok) return { ok: false, typed: form.typed, errors: wordErrors(c.var.t, form.errors, ownWords) }
  return { ok: true, typed: form.typed, change: { did: 'change', ...form.value } }
}

function valuesOf({ label, successful, categoryId, parentId, description, icon, sensitive }: Entry): FormValues {
  const counts = successful === undefined ? {} : { successful: successful ? 'yes' : 'no' }
  const hangs = { categoryId: categoryId ?? '', parentId: parentId ?? '' }
  return { label, ...counts, ...hangs, description, icon: icon ?? '', sensitive: sensitive ? 'yes' : '' }
}

/** What was typed stays; what is there now is said, and the form carries that it was seen. */
async function showConflict(c: Visit, on: InRegister, id: string) {
  const entries = await readRegister(c.var.ctx.db, on.network.id, on.register)
  const now = { ...on, entries }
  const typed = Object.fromEntries(
    [...c.var.form.keys()].filter(name => !own.includes(name)).map(name => [name, c.var.form.get(name)]),
  )
  return show(c, now, entryOf(now, id), typed, {}, true)
}

async function show(c: Visit, on: InRegister, entry: Entry, values: FormValues, errors: FormErrors = {}, late = false) {
  const { t, register, network, at } = on
  const { db } = c.var.ctx
  const [used, change] = [await isUsed(db, network.id, register, entry), await readLastChange(db, network.id, entry.id)]
  const view = (
    <SettingsFrame
      settings={on}
      part={register.name}
      title={entry.label}
      lead={sayChange(t, change)}
      back={{ href: at(paths.register(register.name)), label: t(`system.part.${register.name}`) }}
    >
      {late && (
        <Notice tone="warning" live>
          <p>{t('system.changedMeanwhile', { label: entry.label })}</p>
        </Notice>
      )}
      <Form values={values} errors={errors}>
        <Seen mark={entry.seen} />
        {/* What Enter presses, before the buttons beside each choice. */}
        <button class="hidden" type="submit" name="do" value="change" tabIndex={-1} aria-hidden="true" />
        <Card>
          <div class="form">
            <EntryFields on={on} own={entry.id} />
            {register.table === 'demographic' && <DemographicOptions t={t} entry={entry} />}
            <Button name="do" value="change">
              {t('common.save')}
            </Button>
          </div>
        </Card>
      </Form>
      <EntryEnd on={on} entry={entry} used={used} errors={errors} />
    </SettingsFrame>
  )
  return render(c, view, { title: entry.label, errors, ...(late && { status: 409 }) })
}

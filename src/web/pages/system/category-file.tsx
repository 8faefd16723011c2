/** The categories as a file: out, and in again with a look at what will change. */
import { parse } from 'csv-parse/sync'
import { Hono } from 'hono'
import { importCategories, seenOf } from '../../../actions/keep-categories.ts'
import { type CategoryRow, columns, type Plan, planCategories, wayTo } from '../../../domain/category-file.ts'
import { asTyped } from '../../../files/table.ts'
import { download } from '../../download.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import { SettingsFrame } from './frame.tsx'
import { doneAt, type InRegister, inTree, loadRegister } from './load.ts'

export const categoryFile = new Hono<PageEnv>()
  .get('/system/lists/categories/csv', async c => {
    const on = await loadRegister(c, 'categories')
    return download(c, { name: `${on.network.slug}-${c.var.t('system.csv.file')}`, columns, rows: linesOf(on) }, 'csv')
  })
  .post('/system/lists/categories/import', async c => {
    const on = await loadRegister(c, 'categories')
    const { form, ctx } = c.var
    const text = await textOf(form)
    if (text === null) return show(c, on, null, { file: c.var.t('system.csv.chooseMissing') })
    const rows = readRows(text)
    if (!rows) return show(c, on, null, { file: c.var.t('system.csv.unreadable') })
    if (!form.has('seen')) return show(c, on, { text, plan: planCategories(rows, on.entries) })
    await importCategories(ctx, { networkId: on.network.id, register: on.register }, rows, String(form.get('seen')))
    return c.redirect(doneAt(on, 'import'), 303)
  })

type Visit = Parameters<typeof loadRegister>[0] & Parameters<typeof render>[0]

function linesOf({ entries }: InRegister): string[][] {
  return inTree(entries).map(({ id, label, parentId, description = '', icon, retired }) => [
    ...[id, label, wayTo(parentId, entries), description, icon ?? '', retired ? 'yes' : ''],
  ])
}

async function textOf(form: FormData): Promise<string | null> {
  const file = form.get('file') ?? form.get('text')
  const text = typeof file === 'string' ? file : await file?.text()
  return text?.trim() ? text : null
}

/** Null where it is no table with the column that names them. */
function readRows(text: string): CategoryRow[] | null {
  const options = { bom: true, columns: true, info: true, skip_empty_lines: true, relax_column_count: true, trim: true }
  try {
    const records = parse(text, options) as unknown as { record: Record<string, string>; info: { lines: number } }[]
    const isTable = records.every(({ record }) => 'category' in record)
    return isTable && records.length > 0 && records.length <= 5000 ? records.map(rowOf) : null
  } catch {
    return null
  }
}

function rowOf({ record, info }: { record: Record<string, string>; info: { lines: number } }): CategoryRow {
  const cell = (name: (typeof columns)[number]) => asTyped(record[name] ?? '').trim()
  return {
    ...{ line: info.lines, id: cell('id'), label: cell('category'), under: cell('under') },
    ...{ description: cell('description'), icon: cell('icon'), retired: cell('retired') },
  }
}

function show(c: Visit, on: InRegister, read: { text: string; plan: Plan } | null, errors: FormErrors = {}) {
  const { t, at } = on
  const view = (
    <SettingsFrame
      settings={on}
      part="categories"
      title={t(read ? 'system.csv.heading' : 'system.csv.title')}
      back={{ href: at(paths.register('categories')), label: t('system.part.categories') }}
    >
      {read ? <Preview on={on} {...read} /> : <CategoryFileCard on={on} errors={errors} />}
    </SettingsFrame>
  )
  return render(c, view, { title: t('system.csv.title'), errors })
}

export function CategoryFileCard({ on: { t, at }, errors = {} }: { on: InRegister; errors?: FormErrors }) {
  return (
    <Card title={t('system.csv.title')} id="file-card">
      <Form files action={at(paths.importCategories)} errors={errors}>
        <p>{t('system.csv.text')}</p>
        <FileField name="file" label={t('system.csv.choose')} accept=".csv,text/csv" />
        <ButtonGroup>
          <Button look="quiet">{t('system.csv.preview')}</Button>
          <LinkButton look="plain" icon="download" href={at(paths.categoriesCsv)} download>
            {t('common.downloadCsv')}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

function Preview({ on, text, plan: { planned, faults } }: { on: InRegister; text: string; plan: Plan }) {
  const { t, at, entries } = on
  const changes = planned.filter(({ does }) => does !== 'same')
  return (
    <>
      {faults.length > 0 && (
        <Notice tone="warning" title={t('system.csv.faultsTitle', { count: faults.length })}>
          <ul>
            {faults.map(({ line, fault, label }) => (
              <li key={line}>{t('system.csv.atLine', { line, label, fault: t(`system.csv.fault.${fault}`) })}</li>
            ))}
          </ul>
          <p>{t('system.csv.faultsText')}</p>
        </Notice>
      )}
      {changes.length === 0 ? <p>{t('system.csv.nothing')}</p> : <Changes on={on} changes={changes} />}
      {changes.length > 0 && (
        <Form action={at(paths.importCategories)}>
          <input type="hidden" name="text" value={text} />
          <Seen mark={seenOf(entries)} />
          <p>{t('system.csv.kept')}</p>
          <ButtonGroup>
            <Button>{t('system.csv.apply', { count: changes.length })}</Button>
            <LinkButton look="plain" href={at(paths.register('categories'))}>
              {t('common.cancel')}
            </LinkButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

function Changes({ on: { t }, changes }: { on: InRegister; changes: Plan['planned'] }) {
  return (
    <Card flush>
      <Table
        caption={t('system.csv.heading')}
        hideCaption
        rows={changes}
        keyOf={({ line }) => String(line)}
        columns={[
          { heading: t('system.csv.category'), cell: ({ label }) => label },
          { heading: t('system.parent'), cell: ({ under }) => under || t('system.top') },
          {
            heading: t('system.csv.change'),
            cell: ({ does, was, label }) =>
              was && was !== label ? t('system.csv.wasCalled', { name: was }) : t(`system.csv.does.${does}`),
          },
          { heading: t('system.csv.line'), cell: ({ line }) => line, number: true },
        ]}
      />
    </Card>
  )
}

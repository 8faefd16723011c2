/** PPL-2: a tag's page: its people, what was done with them over the year as a picture and a table, and both as files. */
import { type Context, Hono } from 'hono'
import { exportPeople } from '../../../actions/people/export-tag.ts'
import { renameTag } from '../../../actions/people/tags.ts'
import { listPeople, type PersonRow } from '../../../db/people/list.ts'
import { activityOf, type ExportRow, readTag } from '../../../db/people/tags.ts'
import { type Month, tagForm, twelveMonths } from '../../../domain/people.ts'
import { isProblem } from '../../../domain/problem.ts'
import { dayOf } from '../../../domain/week.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import { download, formatOf } from '../../download.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { asOrganisation, idIn } from './load.ts'
import { TagPage } from './view/tag-page.tsx'

export const tagPages = new Hono<PageEnv>()
  .get('/people/tags/:id', c => show(c))
  .post('/people/tags/:id', async c => {
    const form = read(tagForm, c.var.form)
    const words = { name: 'people.tag.nameMissing', 'name.taken': 'people.tag.nameTaken' } as const
    if (!form.ok) return show(c, form.typed, wordErrors(c.var.t, form.errors, words))
    try {
      await renameTag(c.var.ctx, idIn(c, 'id'), form.value.name)
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'invalid') throw problem
      return show(c, form.typed, wordErrors(c.var.t, [...problem.errors], words))
    }
    return c.redirect(`${paths.peopleTag(idIn(c, 'id'))}?done=renamed`, 303)
  })
  .get('/people/tags/:id/:file{people\\.(csv|xlsx)}', async c => {
    const { t, ctx } = c.var
    const { rows } = await exportPeople(ctx, idIn(c, 'id'))
    return download(c, { name: t('people.file.name'), ...tableOf(t, rows) }, formatOf(c.req.path))
  })

const columns = [
  ...(['firstName', 'lastName', 'dateOfBirth', 'phone', 'email', 'postcode', 'tags', 'taggedOn'] as const),
  ...(['contacts', 'minutes', 'lastOn', 'nextOn', 'nextStep'] as const),
]

function tableOf(t: T, rows: readonly ExportRow[]) {
  return {
    columns: columns.map(name => t(`people.file.${name}`)),
    rows: rows.map(row =>
      columns.map(name => {
        const value = row[name]
        return Array.isArray(value) ? value.join('; ') : value
      }),
    ),
  }
}

export type TagData = {
  t: T
  now: Date
  tag: { id: string; name: string }
  rows: PersonRow[]
  next: string | null
  months: Month[]
  count: number
}

async function show(c: Context<PageEnv>, values?: FormValues, errors: FormErrors = {}) {
  const { t, ctx } = c.var
  const id = idIn(c, 'id')
  const today = dayOf(ctx.now())
  const after = /^[0-9a-f-]{36}$/.exec(c.req.query('after') ?? '')?.[0]
  const data = await asOrganisation(c, async (trx, organisationId) => {
    const tag = await readTag(trx, organisationId, id)
    if (!tag) throw absent()
    const { rows, next } = await listPeople(trx, organisationId, { tagId: id, after })
    const months = twelveMonths(await activityOf(trx, id, `${yearBefore(today)}-01`), today)
    return { t, now: ctx.now(), tag, rows, next, months, count: tag.count }
  })
  const view = (
    <TagPage data={data} done={c.req.query('done')} rename={{ values: values ?? { name: data.tag.name }, errors }} />
  )
  return render(c, view, { title: t('people.tag.title'), errors })
}

/** Eleven months before this one, as YYYY-MM. */
function yearBefore(today: string): string {
  return twelveMonths([], today)[0]?.month ?? today.slice(0, 7)
}

/** PPL-2: all people of an organisation, by name, by tag or by what is due; looked for without a name in the address. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { searchPeople } from '../../../actions/people/search.ts'
import { countPeople, listPeople, type PeopleCounts, type PeoplePage } from '../../../db/people/list.ts'
import { type PeopleSearch, runPeopleSearch } from '../../../db/people/searches.ts'
import { searchForm } from '../../../domain/people.ts'
import { may } from '../../../domain/policy.ts'
import { dayOf } from '../../../domain/week.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Rows } from '../../ui/rows.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { asOrganisation } from './load.ts'
import { rowOf } from './rows.tsx'
import { TagList } from './tag-list.tsx'

const query = z.object({
  s: z.uuid().optional().catch(undefined),
  show: z.literal('due').optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})

export const peopleList = new Hono<PageEnv>()
  .get(paths.people, async c => {
    const { t, ctx, actor } = c.var
    const asked = query.parse(c.req.query())
    const today = dayOf(ctx.now())
    const found = await asOrganisation(c, async (trx, organisationId) => {
      const search = asked.s ? await runPeopleSearch(trx, actor.userId, asked.s) : null
      const filter = { ids: search?.ids, after: asked.after, ...(asked.show && { dueBy: today }) }
      return {
        search,
        counts: await countPeople(trx, organisationId, today),
        page: await listPeople(trx, organisationId, filter, search ? 100 : 50),
      }
    })
    const view = (
      <People
        t={t}
        now={ctx.now()}
        organisation={actor.organisationName ?? ''}
        keepsAll={may(actor, 'manageOrganisation')}
        due={asked.show === 'due'}
        {...found}
      />
    )
    return render(c, view, { title: t('people.title') })
  })
  .post(paths.findPerson, findPerson)

/** What was typed is kept under an id; the address tells nothing of it. */
async function findPerson(c: Context<PageEnv>) {
  const form = read(searchForm, c.var.form)
  if (!form.ok || form.value.words === '') return c.redirect(paths.people, 303)
  return c.redirect(`${paths.people}?s=${await searchPeople(c.var.ctx, form.value.words)}`, 303)
}

type Props = {
  t: T
  now: Date
  organisation: string
  /** A primary user answers for the records. */
  keepsAll: boolean
  due: boolean
  search: PeopleSearch | null
  counts: PeopleCounts
  page: PeoplePage
}

function People({ t, now, organisation, keepsAll, due, search, counts, page }: Props) {
  const { people } = counts
  return (
    <>
      <PageHead over={organisation} title={headingOf(t, counts)} lead={t('people.lead', { organisation })} />
      <div class="people">
        <div class="stack">
          <Form action={paths.findPerson} values={{ words: search?.words ?? '' }}>
            <div class="find">
              <SearchField
                name="words"
                label={t('people.find')}
                hint={t('people.findHint')}
                autocomplete="off"
                spellcheck={false}
              />
              <Button look="quiet" icon="search">
                {t('common.search')}
              </Button>
            </div>
          </Form>
          <Chips label={t('people.show')} chips={chipsOf(t, counts, due, search)} />
          <Card flush>
            {page.rows.length > 0 ? (
              <Rows label={t('people.title')} rows={page.rows.map(row => rowOf(t, row, now))} />
            ) : (
              <Nobody t={t} searched={search !== null} due={due} people={people} />
            )}
          </Card>
          <Pager older={page.next ? `${paths.people}?${due ? 'show=due&' : ''}after=${page.next}` : undefined} />
        </div>
        <div class="stack">
          <TagList t={t} tags={counts.tags} />
          {keepsAll && <Keeping t={t} />}
        </div>
      </div>
    </>
  )
}

function Keeping({ t }: { t: T }) {
  return (
    <Card title={t('privacy.own.keeping')} id="keeping">
      <ul class="lines">
        <li>
          <a href={paths.peopleRetention}>{t('privacy.own.link')}</a>
        </li>
        <li>
          <a href={paths.ownSubjects}>{t('privacy.desk.ownLink')}</a>
        </li>
      </ul>
    </Card>
  )
}

/** What matters first: what is due. */
function headingOf(t: T, { people, due }: PeopleCounts): string {
  if (people === 0) return t('people.headingNone')
  const all = t('people.heading', { count: people })
  return due > 0 ? `${all}, ${t('people.due', { count: due })}` : all
}

function chipsOf(t: T, { people, due: count }: PeopleCounts, due: boolean, search: PeopleSearch | null) {
  const everybody = { href: paths.people, label: t('people.all'), count: people, current: !due && !search }
  const dueNow = { href: `${paths.people}?show=due`, label: t('people.dueOnly'), count, current: due, hot: count > 0 }
  const searched = search && { href: paths.people, label: t('people.found', { words: search.words }), removes: true }
  return [everybody, dueNow, ...(searched ? [searched] : [])]
}

function Nobody({ t, searched, due, people }: { t: T; searched: boolean; due: boolean; people: number }) {
  if (searched)
    return (
      <Empty icon="search" title={t('people.emptySearch')}>
        {t('people.emptySearchText')}
      </Empty>
    )
  if (due && people > 0) return <Empty icon="circle-check" title={t('people.emptyDue')} />
  return (
    <Empty icon="users" title={t('people.empty')}>
      {t('people.emptyText')}
    </Empty>
  )
}

/** Is this the same person? Two records side by side, and a decision that can be undone (PPL-1, PPL-2). */
import { type Context, Hono } from 'hono'
import { mergePeople, sayDistinct, undoMerge } from '../../../actions/people/merge.ts'
import { searchPeople } from '../../../actions/people/search.ts'
import { listPeople, type PersonRow } from '../../../db/people/list.ts'
import { runPeopleSearch } from '../../../db/people/searches.ts'
import { searchForm } from '../../../domain/people.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Rows } from '../../ui/rows.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { Compare } from './compare.tsx'
import { asOrganisation, idIn, loadPerson, type PersonData } from './load.ts'
import { rowOf } from './rows.tsx'
import { nameOf } from './say.ts'

export const mergePages = new Hono<PageEnv>()
  .post('/people/merges/:id/undo', async c => {
    const { intoId } = await undoMerge(c.var.ctx, idIn(c, 'id'))
    return c.redirect(`${paths.person(intoId)}?done=unmerged`, 303)
  })
  .get('/people/:id/merge', choose)
  .post('/people/:id/merge', async c => {
    const { id } = (await loadPerson(c)).person
    const form = read(searchForm, c.var.form)
    if (!form.ok || form.value.words === '') return c.redirect(paths.mergePerson(id), 303)
    return c.redirect(`${paths.mergePerson(id)}?s=${await searchPeople(c.var.ctx, form.value.words)}`, 303)
  })
  .get('/people/:id/merge/:other', async c => {
    const { t } = c.var
    const [one, other] = [await loadPerson(c, idIn(c, 'id')), await loadPerson(c, idIn(c, 'other'))]
    if (one.person.id === other.person.id) return c.redirect(paths.person(one.person.id), 303)
    const title = t('people.match.title')
    return render(c, <Compare one={one} other={other} />, { title })
  })
  .post('/people/:id/merge/:other', decide)

/** The older record stays; what the newer one says otherwise is offered on its page. */
async function decide(c: Context<PageEnv>) {
  const { ctx, form } = c.var
  const [one, other] = [(await loadPerson(c, idIn(c, 'id'))).person, (await loadPerson(c, idIn(c, 'other'))).person]
  if (form.get('same') === 'no') {
    await sayDistinct(ctx, one.id, other.id)
    return c.redirect(`${paths.person(one.id)}?done=distinct`, 303)
  }
  const [into, from] = one.createdAt <= other.createdAt ? [one, other] : [other, one]
  await mergePeople(ctx, { fromId: from.id, intoId: into.id })
  return c.redirect(`${paths.person(into.id)}?done=merged`, 303)
}

async function choose(c: Context<PageEnv>) {
  const { actor, t } = c.var
  const data = await loadPerson(c)
  const asked = /^[0-9a-f-]{36}$/.exec(c.req.query('s') ?? '')?.[0]
  const { words, rows } = await asOrganisation(c, async (trx, organisationId) => {
    const search = asked ? await runPeopleSearch(trx, actor.userId, asked) : null
    if (asked && !search) throw absent()
    const ids = search?.ids ?? data.person.alike.map(({ id }) => id)
    return { words: search?.words ?? '', rows: (await listPeople(trx, organisationId, { ids }, 50)).rows }
  })
  const others = rows.filter(({ id }) => id !== data.person.id)
  const view = <Choose data={data} words={words} others={others} searched={asked !== undefined} />
  return render(c, view, { title: t('people.merge.title'), width: 'narrow' })
}

type Props = { data: PersonData; words: string; others: readonly PersonRow[]; searched: boolean }

function Choose({ data: { t, person, now }, words, others, searched }: Props) {
  return (
    <>
      <BackLink href={paths.person(person.id)}>{nameOf(t, person.details)}</BackLink>
      <PageHead over={nameOf(t, person.details)} title={t('people.merge.title')} lead={t('people.merge.lead')} />
      <div class="stack">
        <Form action={paths.mergePerson(person.id)} values={{ words }}>
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
        {others.length > 0 && (
          <Card flush title={t('people.merge.candidates')}>
            <Rows
              label={t('people.merge.candidates')}
              rows={others.map(row => rowOf(t, row, now, paths.comparePeople(person.id, row.id)))}
            />
          </Card>
        )}
        {searched && others.length === 0 && <p>{t('people.merge.nobody')}</p>}
      </div>
    </>
  )
}

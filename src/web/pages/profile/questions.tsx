/** The questions that an organisation asks of its own (ORG-1, FORM-6): the same designer as the network's, without sections and effects. */

import { type Context, Hono } from 'hono'
import { keepOrganisationQuestions } from '../../../actions/keep-organisation-questions.ts'
import { type KeptQuestions, readOwnQuestions } from '../../../db/own-questions.ts'
import { editQuestions, type QuestionsEdit } from '../../../domain/editing/edit-questions.ts'
import { fallingWith } from '../../../domain/editing/references.ts'
import type { Questions } from '../../../domain/journey.ts'
import { ownQuestions, ownSection } from '../../../domain/own-questions.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { Question } from '../../../domain/questions/types.ts'
import { sayRefusal } from '../../../words/refusals.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors } from '../../ui/context.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { blank, refusal } from '../system/form/question.tsx'
import { QuestionEditor } from '../system/form/question-page.tsx'
import { readQuestion } from '../system/form/read-question.ts'
import { earlierThan, type Written, writtenIn, writtenOf } from '../system/form/written.ts'
import { type Entry, loadEntry } from './load.ts'
import { OwnQuestionList } from './question-list.tsx'

const list = '/organisations/:id/edit/questions'
const one = '/organisations/:id/edit/questions/:question'

export type Own = Entry & { kept: KeptQuestions; form: Questions }

export const profileQuestions = new Hono<PageEnv>()
  .get(list, async c => showList(c, await loadOwn(c)))
  .post(list, async c => {
    const on = await loadOwn(c)
    try {
      await keep(c, on, pressedIn(c, on))
    } catch (problem) {
      if (!isProblem(problem) || (problem.code !== 'not_now' && problem.code !== 'conflict')) throw problem
      return showList(
        c,
        on,
        problem.code === 'conflict' ? on.t('designer.own.conflict') : sayRefusal(on.t, problem.message),
      )
    }
    return c.redirect(on.at(paths.ownQuestions(on.profile.id)), 303)
  })
  .get(one, async c => {
    const on = await loadOwn(c)
    const question = questionIn(on, c.req.param('question'))
    const written = question ? writtenOf(question) : blank(ownSection)
    return show(c, on, { question, written, posted: new FormData() })
  })
  .post(one, async c => {
    const on = await loadOwn(c)
    const question = questionIn(on, c.req.param('question'))
    const { form } = c.var
    const pressed = String(form.get('do') ?? 'save')
    const { typed, ...rows } = writtenIn(form, pressed)
    const written = { ...rows, typed: { ...typed, section: ownSection } }
    const at = { question, written, posted: form }
    if (pressed !== 'save') return show(c, on, at)
    const read = readQuestion({ ...on, services: [] }, written, earlierThan(on.form, question?.id ?? null, ownSection))
    if (!read.ok) return show(c, on, { ...at, errors: read.errors })
    const draft = { ...read.question, effects: [] }
    try {
      await keep(
        c,
        on,
        question
          ? { did: 'change_question', id: question.id, question: draft }
          : { did: 'add_question', question: draft },
      )
    } catch (problem) {
      if (isProblem(problem) && problem.code === 'conflict') return show(c, await loadOwn(c), { ...at, late: true })
      return show(c, on, { ...at, errors: refusal(on.t, problem, question, written) })
    }
    return c.redirect(on.at(paths.ownQuestions(on.profile.id)), 303)
  })

async function loadOwn(c: Context<PageEnv>): Promise<Own> {
  const entry = await loadEntry(c)
  const kept = await readOwnQuestions(c.var.ctx.db, entry.network.id, entry.profile.id)
  const sections = [{ id: ownSection, title: { en: ownSection } }]
  return { ...entry, kept, form: { sections, questions: kept.definition.questions } }
}

function keep(c: Context<PageEnv>, { profile, network, form }: Own, edit: QuestionsEdit): Promise<number> {
  const { questions } = editQuestions(form, edit).form
  const place = { organisationId: profile.id, networkId: network.id }
  const seen = Number(c.var.form.get('seen') ?? -1)
  return keepOrganisationQuestions(c.var.ctx, place, seen, ownQuestions.parse({ questions }))
}

function pressedIn(c: Context<PageEnv>, on: Own): QuestionsEdit {
  const { form } = c.var
  const question = questionIn(on, String(form.get('question') ?? ''))
  if (!question) throw absent()
  const { id, label } = question
  const pressed = form.get('do')
  if (pressed === 'up' || pressed === 'down') return { did: 'shift_question', id, by: pressed === 'up' ? -1 : 1 }
  if (pressed === 'duplicate')
    return { did: 'duplicate_question', id, label: on.t('designer.copyOf', { name: label.en }) }
  if (pressed === 'delete') return { did: 'delete_question', id, following: followingOf(on, id) }
  throw absent()
}

/** What was asked only because of it goes with it: the page has said so beside the button. */
function followingOf({ form }: Own, id: string) {
  return fallingWith(form, id).length > 0 ? ('gone_too' as const) : ('asked_always' as const)
}

/** Null for a new one. */
function questionIn({ form }: Own, id: string): Question | null {
  if (id === 'new') return null
  const found = form.questions.find(question => question.id === id)
  if (!found) throw absent()
  return found
}

function showList(c: Context<PageEnv>, on: Own, refused?: string) {
  const title = on.t('designer.own.title')
  const view = (
    <>
      <BackLink href={on.at(paths.profile(on.profile.id))}>{on.profile.name}</BackLink>
      <PageHead over={on.profile.name} title={title} lead={on.t('designer.own.lead', { name: on.profile.name })} />
      <OwnQuestionList on={on} refused={refused} />
    </>
  )
  return render(c, view, { title: `${title}, ${on.profile.name}`, width: 'narrow', ...(refused && { status: 409 }) })
}

type Shown = { question: Question | null; written: Written; posted: FormData; errors?: FormErrors; late?: boolean }

function show(c: Context<PageEnv>, on: Own, { question, written, posted, errors = {}, late = false }: Shown) {
  const { t, at, profile, network, form, kept } = on
  const title = question ? question.label.en : t('designer.newQuestion')
  const earlier = earlierThan(form, question?.id ?? null, ownSection)
  const editing = {
    ...{ around: { t, network, services: [] }, form, id: question?.id ?? null },
    ...{ written, earlier, sections: null, errors },
  }
  const view = (
    <>
      <BackLink href={at(paths.ownQuestions(profile.id))}>{t('designer.own.title')}</BackLink>
      <PageHead over={profile.name} title={title} lead={t('designer.own.inUse')} />
      <QuestionEditor
        on={editing}
        seen={String(kept.version)}
        posted={posted}
        late={late}
        cancelHref={at(paths.ownQuestions(profile.id))}
        effects={false}
      />
    </>
  )
  return render(c, view, { title, errors, islands: ['designer', 'form-preview'], ...(late && { status: 409 }) })
}

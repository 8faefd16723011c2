/** Putting the draft in use, or throwing it away: what changes by it is shown first. */

import { Hono } from 'hono'
import { discardFormDraft } from '../../../../actions/discard-form-draft.ts'
import { formMark } from '../../../../actions/keep-form-draft.ts'
import { publishForm } from '../../../../actions/publish-form.ts'
import { isProblem } from '../../../../domain/problem.ts'
import { sayRefusal } from '../../../../words/refusals.ts'
import type { PageEnv } from '../../../env.ts'
import { render } from '../../../page-context.tsx'
import { paths } from '../../../paths.ts'
import { Card } from '../../../ui/card.tsx'
import { Form, Seen } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Difference, questionsOf } from './difference.tsx'
import { Decide, DesignerFrame, Problems } from './frame.tsx'
import { type Designer, loadDesigner } from './load.ts'

type Ending = 'publish' | 'discard'

export const publishPage = endingPage('publish')
export const discardPage = endingPage('discard')

function endingPage(ending: Ending) {
  return new Hono<PageEnv>()
    .get(`/system/form/${ending}`, async c => {
      const on = await loadDesigner(c)
      return on.draft || (ending === 'publish' && on.isAsSetUp)
        ? show(c, on, ending)
        : c.redirect(on.at(paths.form), 303)
    })
    .post(`/system/form/${ending}`, async c => {
      const on = await loadDesigner(c)
      const seen = String(c.var.form.get('seen') ?? '')
      const end = { publish: publishForm, discard: discardFormDraft }[ending]
      try {
        await end(c.var.ctx, on.network.id, seen)
      } catch (problem) {
        if (
          !isProblem(problem) ||
          !(on.draft || on.isAsSetUp) ||
          (problem.code !== 'conflict' && problem.code !== 'not_now')
        )
          throw problem
        return show(c, on, ending, sayRefusal(on.t, problem.message))
      }
      return c.redirect(on.at(`${paths.form}?done=${ending === 'publish' ? 'published' : 'discarded'}`), 303)
    })
}

type Visit = Parameters<typeof loadDesigner>[0] & Parameters<typeof render>[0]

function show(c: Visit, on: Designer, ending: Ending, refused?: string) {
  const { t, at, form, changes, problems, published, draft } = on
  const title = draft
    ? t(`designer.ending.${ending}.title`, { count: changes.length, version: draft.version })
    : t('designer.ending.asItIs')
  const view = (
    <DesignerFrame
      on={on}
      title={title}
      lead={t(`designer.ending.${ending}.lead`)}
      back={{ href: at(paths.form), label: t('designer.title') }}
    >
      {refused && (
        <Notice tone="warning" live>
          <p>{refused}</p>
        </Notice>
      )}
      {ending === 'publish' && <Problems on={on} />}
      {draft && (
        <Card title={t('designer.whatChanges')} id="changes">
          <Difference on={on} changes={changes} questions={questionsOf(form, published?.definition)} />
        </Card>
      )}
      <Form>
        <Seen mark={formMark(form)} />
        <Decide
          t={t}
          danger={ending === 'discard'}
          label={t(`designer.ending.${ending}.do`)}
          disabled={ending === 'publish' && problems.length > 0}
          backHref={at(paths.form)}
        />
      </Form>
    </DesignerFrame>
  )
  return render(c, view, { title, width: 'narrow', ...(refused && { status: 409 }) })
}

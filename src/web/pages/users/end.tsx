/** Before somebody's account in an organisation ends: what follows, and who takes over what they handle. */
import { type Context, Hono } from 'hono'
import { endMembership } from '../../../actions/keep-account.ts'
import { listColleagues } from '../../../db/colleagues.ts'
import { readOpenWork } from '../../../db/hand-overs.ts'
import { endingForm } from '../../../domain/users.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { WorkPreview } from '../hand-over/preview.tsx'
import { loadColleague } from './load.ts'
import { listOf } from './user.tsx'

const address = '/users/:id{[0-9a-f-]{36}}/end'

export const endUserPage = new Hono<PageEnv>()
  .get(address, c => show(c, {}, {}))
  .post(address, async c => {
    const { colleague } = await loadColleague(c)
    const form = read(endingForm, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(c.var.t, form.errors))
    try {
      await endMembership(c.var.ctx, colleague.id, form.value.to)
    } catch (error) {
      return show(c, form.typed, fieldErrorOf(c.var.t, error))
    }
    return c.redirect(`${listOf(colleague)}&done=ended`, 303)
  })

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t, ctx, actor } = c.var
  const { colleague, isOwn } = await loadColleague(c)
  const { id, userId, name, organisationId, organisationName: organisation, endedAt } = colleague
  if (isOwn || endedAt) throw absent()
  const others = (await listColleagues(ctx.db, organisationId)).filter(one => one.id !== id && !one.endedAt)
  const named = actor.organisationId === organisationId
  const work = await readOpenWork(ctx.db, organisationId, userId)
  const count = work.open + work.drafts
  const title = t('user.ending.title', { name, organisation })
  const view = (
    <>
      <BackLink href={paths.user(id)}>{name}</BackLink>
      <PageHead title={title} lead={t('user.ending.lead')} />
      <Form values={values} errors={errors}>
        <Card>
          <ul class="stack tight">
            <li>{t('user.ending.stops', { organisation })}</li>
            <li>{t('user.ending.keeps')}</li>
            <li>{t('user.ending.back')}</li>
          </ul>
        </Card>
        {count > 0 && <WorkPreview t={t} work={work} named={named} />}
        {count > 0 && (
          <Select
            name="to"
            label={t('user.ending.to', { name })}
            options={others.map(one => ({ value: one.id, label: one.name }))}
          />
        )}
        <ButtonGroup>
          <Button look="warning">{t('user.ending.go')}</Button>
          <LinkButton look="quiet" href={paths.user(id)}>
            {t('common.cancel')}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

/** ADM-2: one's own name and language. */
import { type Context, Hono } from 'hono'
import { changeDetails } from '../../../actions/account/details.ts'
import { readAccount } from '../../../db/accounts.ts'
import { languageForm, nameForm } from '../../../domain/account.ts'
import { translator } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { keepLanguage } from '../../language.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccountFrame } from './frame.tsx'

export const ownDetails = new Hono<PageEnv>()
  .get(paths.ownName, c => showName(c))
  .post(paths.ownName, async c => {
    const form = read(nameForm, c.var.form)
    if (!form.ok)
      return showName(c, form.typed, wordErrors(c.var.t, form.errors, { 'name.required': 'account.name.missing' }))
    await changeDetails(c.var.ctx, form.value)
    return c.redirect(`${paths.ownName}?done=saved`, 303)
  })
  .get(paths.ownLanguage, c => showLanguage(c))
  .post(paths.ownLanguage, async c => {
    const form = read(languageForm, c.var.form)
    if (!form.ok) return showLanguage(c, form.typed, wordErrors(c.var.t, form.errors))
    await changeDetails(c.var.ctx, form.value)
    keepLanguage(c, form.value.language)
    return c.redirect(`${paths.ownLanguage}?done=saved`, 303)
  })

async function showName(c: Context<PageEnv>, values?: FormValues, errors: FormErrors = {}) {
  const { t, ctx, actor } = c.var
  const { name } = await readAccount(ctx.db, actor.userId)
  const title = t('account.name.title')
  const view = (
    <AccountFrame
      t={t}
      title={title}
      lead={t('account.name.lead')}
      done={c.req.query('done') && t('account.name.saved')}
    >
      <Card>
        <Form values={values ?? { name }} errors={errors}>
          <TextField name="name" label={t('account.name.label')} autocomplete="name" spellcheck={false} />
          <div>
            <Button>{t('common.save')}</Button>
          </div>
        </Form>
      </Card>
    </AccountFrame>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

async function showLanguage(c: Context<PageEnv>, values?: FormValues, errors: FormErrors = {}) {
  const { t, ctx, actor } = c.var
  const { language } = await readAccount(ctx.db, actor.userId)
  const title = t('account.language.title')
  const done = c.req.query('done') && t('account.language.saved')
  const view = (
    <AccountFrame t={t} title={title} lead={t('account.language.lead')} done={done}>
      <Card>
        <Form values={values ?? { language }} errors={errors}>
          <Radios
            name="language"
            legend={t('account.language.label')}
            choices={(['en', 'cy'] as const).map(value => ({
              value,
              label: <span lang={value}>{translator(value)(`account.language.${value}`)}</span>,
            }))}
          />
          <div>
            <Button>{t('common.save')}</Button>
          </div>
        </Form>
      </Card>
    </AccountFrame>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

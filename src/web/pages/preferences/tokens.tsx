/** ADM-2: API tokens of one's own: made and shown once, listed with their last use, revoked. */
import { type Context, Hono } from 'hono'
import { revokeToken } from '../../../actions/account/revoke-token.ts'
import { createToken, type NewToken } from '../../../actions/create-token.ts'
import { listTokens, type OwnToken } from '../../../db/tokens.ts'
import { tokenDays, tokenForm } from '../../../domain/account.ts'
import { type Scope, scopes } from '../../../domain/policy.ts'
import { formatDate, formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccountFrame } from './frame.tsx'

const words = {
  'name.required': 'account.token.nameMissing',
  scopes: 'account.token.scopesMissing',
  days: 'account.token.daysMissing',
} as const

export const tokenPages = new Hono<PageEnv>()
  .get(paths.tokens, c => show(c))
  .post(paths.tokens, async c => {
    const { t, ctx, actor } = c.var
    const form = read(tokenForm, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(t, form.errors, words))
    const { name, scopes: chosen, days } = form.value
    const draft = { userId: actor.userId, organisationId: actor.organisationId, name, scopes: chosen }
    return showMade(c, name, await createToken(ctx, { ...draft, days: Number(days) }))
  })
  .post('/preferences/tokens/:id/revoke', async c => {
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/.test(id)) throw absent()
    await revokeToken(c.var.ctx, id)
    return c.redirect(`${paths.tokens}?done=revoked`, 303)
  })

async function show(c: Context<PageEnv>, values: FormValues = { days: '90' }, errors: FormErrors = {}) {
  const { t, ctx, actor } = c.var
  const tokens = await listTokens(ctx.db, actor.userId)
  const title = t('account.token.title')
  const organisation = actor.organisationName
  const lead = organisation ? t('account.token.lead', { organisation }) : t('account.token.leadAlone')
  const view = (
    <AccountFrame
      t={t}
      title={title}
      lead={lead}
      done={c.req.query('done') === 'revoked' ? t('account.token.revokedNow') : null}
    >
      {tokens.length > 0 ? (
        <Card title={t('account.token.list')} id="own" flush>
          <ul class="entries">
            {tokens.map(one => (
              <Entry key={one.id} t={t} one={one} now={ctx.now()} />
            ))}
          </ul>
        </Card>
      ) : (
        <Empty icon="lock" title={t('account.token.none')}>
          {t('account.token.noneText')}
        </Empty>
      )}
      <Card title={t('account.token.makeTitle')} id="make">
        <Form values={values} errors={errors}>
          <MakeFields t={t} />
          <div>
            <Button>{t('account.token.make')}</Button>
          </div>
        </Form>
      </Card>
      <p>
        <a href={paths.apiDocs}>{t('account.token.docs')}</a>
      </p>
    </AccountFrame>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

function MakeFields({ t }: { t: T }) {
  return (
    <>
      <TextField name="name" label={t('account.token.name')} hint={t('account.token.nameHint')} autocomplete="off" />
      <Checkboxes
        name="scopes"
        legend={t('account.token.scopes')}
        choices={scopes.map(value => ({ value, label: sayScope(t, value) }))}
      />
      <Radios
        name="days"
        legend={t('account.token.days')}
        layout="inline"
        choices={tokenDays.map(value => ({ value, label: t(`account.token.day.d${value}`) }))}
      />
    </>
  )
}

const scopeKeys = {
  'directory:read': 'directory_read',
  'services:write': 'services_write',
  'referrals:read': 'referrals_read',
  'referrals:write': 'referrals_write',
  'reports:read': 'reports_read',
} as const satisfies Record<Scope, string>

function sayScope(t: T, scope: Scope): string {
  return t(`account.token.scope.${scopeKeys[scope]}`)
}

function Entry({ t, one, now }: { t: T; one: OwnToken; now: Date }) {
  const { id, name, expiresAt, lastUsedAt, revokedAt } = one
  const works = !revokedAt && expiresAt > now
  const may = one.scopes.map(scope => sayScope(t, scope as Scope)).join(' · ')
  const used = lastUsedAt ? formatDateTime(t, lastUsedAt) : t('account.token.never')
  return (
    <li class="entry">
      <div>
        <p>
          <b>{name}</b>{' '}
          <Tag tone={works ? 'good' : 'plain'}>
            {t(works ? 'account.token.works' : revokedAt ? 'account.token.revoked' : 'account.token.over')}
          </Tag>
        </p>
        <p class="small">{may}</p>
        <p class="small">
          {`${t('account.token.columns.until')} ${formatDate(t, expiresAt)} · ${t('account.token.columns.used')}: ${used}`}
        </p>
      </div>
      {works && (
        <Form action={paths.revokeToken(id)} plain>
          <Button look="danger" small label={t('account.token.revokeLabel', { name })}>
            {t('account.token.revoke')}
          </Button>
        </Form>
      )}
    </li>
  )
}

/** In the answer to the form alone: no address leads to it again. */
function showMade(c: Context<PageEnv>, name: string, { token, expiresAt }: NewToken) {
  const { t } = c.var
  const title = t('account.token.madeTitle')
  const view = (
    <AccountFrame
      t={t}
      title={title}
      lead={t('account.token.madeLead')}
      back={{ href: paths.tokens, label: t('account.token.title') }}
    >
      <Card title={t('account.token.made', { name })} id="made" aside={<CopyButton text={token} />}>
        <p class="app-key">
          <code>{token}</code>
        </p>
        <p class="small">{t('account.token.until', { date: formatDate(t, expiresAt) })}</p>
      </Card>
      <LinkButton href={paths.tokens}>{t('account.token.done')}</LinkButton>
    </AccountFrame>
  )
  return render(c, view, { title, islands: ['copy'], width: 'narrow' })
}

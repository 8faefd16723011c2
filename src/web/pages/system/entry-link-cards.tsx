/** Each link with its address, what came by it and what can be done to it; and the making of another. */
import { entryToken } from '../../../actions/make-entry-link.ts'
import type { EntryLink } from '../../../db/entry-links.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Details } from '../../ui/details.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Settings } from './load.ts'

export type Site = { t: T; settings: Settings; links: readonly EntryLink[]; baseUrl: string; secret: string }
type Renaming = { id: string; label: string } | undefined

export function Links({ renaming, errors, ...site }: Site & { renaming: Renaming; errors: FormErrors }) {
  const { t, links } = site
  if (links.length === 0)
    return (
      <Card>
        <Empty icon="forward" title={t('entry.none')}>
          {t('entry.noneText')}
        </Empty>
      </Card>
    )
  return (
    <ul class="entry-links">
      {links.map(link => (
        <li key={link.id} class="card" id={`l-${link.id}`}>
          <LinkHead {...site} link={link} />
          {link.revokedAt === null && <Address {...site} link={link} />}
          <p class="small">{sayUse(t, link)}</p>
          {link.revokedAt === null && <Acts {...site} link={link} renaming={renaming} errors={errors} />}
        </li>
      ))}
    </ul>
  )
}

type OfLink = Site & { link: EntryLink }

function LinkHead({ t, link }: OfLink) {
  const whom =
    link.kind === 'self'
      ? t('entry.forSelf')
      : link.organisationName
        ? t('entry.forPartner', { name: link.organisationName })
        : t('entry.forAnybody')
  return (
    <div class="entry-head">
      <h2>{link.label}</h2>
      <Tag tone={link.revokedAt ? 'plain' : 'info'}>{link.revokedAt ? t('entry.over') : whom}</Tag>
    </div>
  )
}

/** Whole, so that it can be read out, selected and copied without a script. */
function Address({ t, link, baseUrl, secret }: OfLink) {
  const address = `${baseUrl}${paths.publicForm(entryToken(secret, link.id))}`
  return (
    <div class="entry-address">
      <label class="hidden" for={`a-${link.id}`}>
        {t('entry.address')}
      </label>
      <input class="input full" id={`a-${link.id}`} type="text" readOnly value={address} />
      <CopyButton text={address} />
    </div>
  )
}

function Acts({
  t,
  settings: { at },
  link: { id, label },
  renaming,
  errors,
}: OfLink & { renaming: Renaming; errors: FormErrors }) {
  const isRenaming = renaming?.id === id
  return (
    <div class="entry-acts">
      <LinkButton look="quiet" small icon="eye" href={at(paths.entryLink(id, 'try'))}>
        {t('entry.try')}
      </LinkButton>
      <Details summary={t('entry.rename')} open={isRenaming}>
        <Form action={at(paths.entryLink(id, 'name'))}>
          <TextField
            name={`label-${id}`}
            label={t('entry.label')}
            value={isRenaming ? renaming.label : label}
            error={errors[`label-${id}`]}
          />
          <Button small label={t('entry.renameOf', { name: label })}>
            {t('common.save')}
          </Button>
        </Form>
      </Details>
      <Details summary={t('entry.revoke')}>
        <Form action={at(paths.entryLink(id, 'revoke'))} plain>
          <p>{t('entry.revokeText')}</p>
          <Button small look="warning" label={t('entry.revokeOf', { name: label })}>
            {t('entry.revokeGo')}
          </Button>
        </Form>
      </Details>
    </div>
  )
}

function sayUse(t: T, { createdBy, createdAt, sent, lastSentAt, revokedAt, revokedBy }: EntryLink): string {
  const made = t('entry.madeBy', { name: createdBy ?? '', when: formatDate(t, createdAt) })
  const used = lastSentAt ? t('entry.sent', { count: sent, when: formatDate(t, lastSentAt) }) : t('entry.sentNone')
  const over = revokedAt && t('entry.revokedBy', { name: revokedBy ?? '', when: formatDate(t, revokedAt) })
  return [made, used, over].filter(Boolean).join(' · ')
}

type Making = Site & { partners: readonly { id: string; name: string }[]; values: FormValues; errors: FormErrors }

export function MakeCard({ t, settings: { at }, partners, values, errors }: Making) {
  const options = partners.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card title={t('entry.make')} id="make">
      <Form action={at(paths.entryLinks)} values={values} errors={errors}>
        <TextField name="label" label={t('entry.label')} hint={t('entry.labelHint')} autocomplete="off" />
        <Radios
          name="who"
          legend={t('entry.who')}
          choices={[
            { value: 'anybody', label: t('entry.whoAnybody'), hint: t('entry.whoAnybodyHint') },
            {
              value: 'partner',
              label: t('entry.whoPartner'),
              hint: t('entry.whoPartnerHint'),
              reveals: <Select name="organisationId" label={t('entry.organisation')} options={options} />,
            },
            { value: 'self', label: t('entry.whoSelf'), hint: t('entry.whoSelfHint') },
          ]}
        />
        <ButtonGroup>
          <Button icon="plus">{t('entry.make')}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

/** Changing the organisation's own record of a person; referrals stay as they were sent. */
import { type Context, Hono } from 'hono'
import { savePerson } from '../../../actions/people/save-person.ts'
import { type Details, personDetails } from '../../../domain/people.ts'
import { preferredContacts } from '../../../domain/submission.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { joinDates } from '../../forms/dates.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form, FormSection, Pair } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { EmailField, PhoneField, PostcodeField, TextField } from '../../ui/text-field.tsx'
import { SafeContact } from '../refer/contact-section.tsx'
import { idIn, loadPerson } from './load.ts'
import { nameOf } from './say.ts'

export const editPerson = new Hono<PageEnv>()
  .get('/people/:id/edit', c => show(c, null, {}))
  .post('/people/:id/edit', async c => {
    const form = read(personDetails, safeContactAsked(joinDates(c.var.form, ['dateOfBirth'])))
    if (!form.ok)
      return show(c, form.typed, wordErrors(c.var.t, form.errors, { 'firstName.required': 'people.edit.nameError' }))
    const id = await savePerson(c.var.ctx, idIn(c, 'id'), form.value)
    return c.redirect(`${paths.person(id)}?done=saved`, 303)
  })

/** “None of these is safe” is an answer with no channel; nothing ticked is no answer. */
function safeContactAsked(form: FormData): FormData {
  const channels = form.getAll('safeContact.channels')
  if (channels.length === 0) {
    for (const name of [...form.keys()].filter(one => one.startsWith('safeContact.'))) form.delete(name)
    return form
  }
  if (!form.get('safeContact.voicemail')) form.set('safeContact.voicemail', 'not_asked')
  if (channels.includes('none')) form.delete('safeContact.channels')
  return form
}

function valuesOf({ safeContact, ...details }: Details): FormValues {
  if (!safeContact) return details
  const { channels, ...safe } = safeContact
  return {
    ...details,
    ...Object.fromEntries(Object.entries(safe).map(([key, value]) => [`safeContact.${key}`, value])),
    'safeContact.channels': channels.length > 0 ? channels : 'none',
  }
}

async function show(c: Context<PageEnv>, typed: FormValues | null, errors: FormErrors) {
  const { t } = c.var
  const { person } = await loadPerson(c)
  const href = paths.person(person.id)
  const view = (
    <>
      <BackLink href={href}>{nameOf(t, person.details)}</BackLink>
      <PageHead title={t('people.edit.title')} lead={t('people.edit.lead')} />
      <Form action={paths.editPerson(person.id)} values={typed ?? valuesOf(person.details)} errors={errors}>
        <Fields t={t} contact={person.details.preferredContact} />
        <ButtonGroup>
          <Button>{t('people.edit.save')}</Button>
          <LinkButton look="quiet" href={href}>
            {t('common.cancel')}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
  return render(c, view, { title: t('people.edit.title'), errors, width: 'narrow' })
}

/** `contact`: as it is kept, perhaps a way that the list does not have. */
function Fields({ t, contact }: { t: T; contact: string | null | undefined }) {
  const off = { autocomplete: 'off', spellcheck: false } as const
  const known = preferredContacts.map(value => ({ value: value as string, label: t(`form.contactBy.${value}`) }))
  const own = contact && !known.some(({ value }) => value === contact) ? [{ value: contact, label: contact }] : []
  const options = [...known, ...own]
  return (
    <>
      <FormSection id="name" title={t('people.edit.name')}>
        <Pair>
          <TextField name="firstName" label={t('people.field.firstName')} {...off} />
          <TextField name="lastName" label={t('people.field.lastName')} {...off} />
        </Pair>
        <TextField name="title" label={t('people.field.title')} optional width="s" {...off} />
        <DateField
          name="dateOfBirth"
          legend={t('people.field.dateOfBirth')}
          hint={t('form.help.dateOfBirth')}
          optional
        />
      </FormSection>
      <FormSection id="reach" title={t('people.edit.contact')}>
        <Pair>
          <PhoneField name="phone" label={t('people.field.phone')} optional autocomplete="off" />
          <EmailField name="email" label={t('people.field.email')} optional autocomplete="off" />
        </Pair>
        <Select name="preferredContact" label={t('people.field.preferredContact')} options={options} optional />
        <SafeContact t={t} />
      </FormSection>
      <FormSection id="address" title={t('people.edit.address')}>
        {(['address1', 'address2', 'town', 'county'] as const).map(name => (
          <TextField key={name} name={name} label={t(`people.field.${name}`)} optional {...off} />
        ))}
        <PostcodeField name="postcode" label={t('people.field.postcode')} optional autocomplete="off" />
      </FormSection>
    </>
  )
}

/** One part of an organisation's entry, saved by itself (ORG-1). */
import { type Context, Hono } from 'hono'
import { saveProfile, sectionMark } from '../../../actions/save-profile.ts'
import { isProblem } from '../../../domain/problem.ts'
import { type ProfileSection, profileForms, profileSections, profileStates } from '../../../domain/profile.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import type { Children, FormErrors, FormValues } from '../../ui/context.tsx'
import { textOf } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Beside } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { SideList } from '../../ui/side-list.tsx'
import { fields } from './fields.tsx'
import { copyMonday, wordsOfHours } from './hours.tsx'
import { type Entry, loadEntry } from './load.ts'
import { storedValues } from './values.ts'

const address = '/organisations/:id/edit/:section'

export const profileSection = new Hono<PageEnv>()
  .get(address, async c => {
    const entry = await loadEntry(c)
    const section = sectionIn(c)
    return show(c, entry, section, storedValues(entry, section), {})
  })
  .post(address, async c => {
    const entry = await loadEntry(c)
    const section = sectionIn(c)
    const seen = String(c.var.form.get('seen') ?? '')
    if (section === 'hours' && c.var.form.get('go') === 'copy')
      return show(
        c,
        entry,
        section,
        { ...copyMonday(c.var.form), seen },
        {},
        { told: <p>{c.var.t('profile.copied')}</p> },
      )
    const form = read(profileForms[section], c.var.form, ['go', 'seen'])
    const typed = { ...form.typed, seen }
    if (!form.ok) return show(c, entry, section, typed, wordErrors(c.var.t, form.errors, wordsOfHours))
    try {
      const place = { organisationId: entry.profile.id, networkId: entry.network.id, section, seen }
      await saveProfile(c.var.ctx, place, form.value)
    } catch (error) {
      if (isProblem(error) && error.code === 'conflict') return showOvertaken(c, section, form.typed)
      return show(c, entry, section, typed, fieldErrorOf(c.var.t, error))
    }
    return c.redirect(`${entry.at(`${paths.profile(entry.profile.id)}?done=saved`)}`, 303)
  })

/** What was typed stays, beside what the other one saved; saving again is deciding between them. */
async function showOvertaken(c: Context<PageEnv>, section: ProfileSection, typed: FormValues) {
  const entry = await loadEntry(c)
  const { t, profile, at } = entry
  const told = (
    <Notice
      tone="warning"
      title={t('profile.overtaken.title', { name: profile.changedBy ?? t('profile.overtaken.somebody') })}
    >
      <p>{t('profile.overtaken.text')}</p>
      <p>
        <a href={at(paths.profileSection(profile.id, section))}>{t('profile.overtaken.see')}</a>
      </p>
    </Notice>
  )
  return show(c, entry, section, typed, {}, { told, status: 409 })
}

function sectionIn(c: Context<PageEnv>): ProfileSection {
  const section = profileSections.find(one => one === c.req.param('section'))
  if (!section) throw absent()
  return section
}

function show(
  c: Context<PageEnv>,
  entry: Entry,
  section: ProfileSection,
  values: FormValues,
  errors: FormErrors,
  { told, status }: { told?: Children; status?: 409 } = {},
) {
  const { t, profile, at } = entry
  const title = t(`profile.section.${section}`)
  const states = profileStates(profile)
  const items = profileSections.map(name => ({
    href: at(paths.profileSection(profile.id, name)),
    label: t(`profile.section.${name}`),
    current: name === section,
    done: states[name] === 'completed',
  }))
  const Fields = fields[section]
  const view = (
    <>
      <BackLink href={at(paths.profile(profile.id))}>{profile.name}</BackLink>
      <PageHead title={title} />
      <Beside side={<SideList label={t('profile.sections')} items={items} doneLabel={t('status.task.completed')} />}>
        <Form values={values} errors={errors}>
          {told && <div role="status">{told}</div>}
          <input
            type="hidden"
            name="seen"
            value={textOf(values.seen) || sectionMark(profile, section, entry.network.id)}
          />
          <Fields entry={entry} />
          <ButtonGroup>
            <Button>{t('common.save')}</Button>
            <LinkButton look="quiet" href={at(paths.profile(profile.id))}>
              {t('common.cancel')}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </Beside>
    </>
  )
  return render(c, view, { title: `${title}, ${profile.name}`, errors, ...(status && { status }) })
}

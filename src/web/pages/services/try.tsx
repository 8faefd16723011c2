/** Whom a service would be suggested for: a postcode and a few facts, by the matching that referrals use. */
import { Hono } from 'hono'
import { z } from 'zod'
import { placeOf } from '../../../db/places.ts'
import { findSuggestions } from '../../../db/suggestions.ts'
import { parsePostcode } from '../../../domain/postcode.ts'
import { mostCounted } from '../../../domain/service.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberField, PostcodeField } from '../../ui/text-field.tsx'
import { type Editor, loadEditor } from './load.ts'
import { countable, restrictable } from './restrictions-form.ts'
import { type Tried, Verdict } from './try-verdict.tsx'

const asked = z.strictObject({
  need: z.uuid(),
  postcode: z
    .string()
    .max(20)
    .refine(typed => typed.trim() === '' || parsePostcode(typed).kind !== 'invalid', { error: 'postcode' }),
  age: z.int().min(0).max(130).nullable(),
  numbers: z.record(z.string().max(40), z.int().min(0).max(mostCounted).nullable()).default({}),
  groups: z.record(z.string().max(40), z.string().max(40)).default({}),
})

export const tryService = new Hono<PageEnv>()
  .get('/services/:id/try', async c => {
    const editor = await loadEditor(c)
    return show(c, editor, { need: editor.place.categoryIds[0] ?? '' }, null)
  })
  .post('/services/:id/try', async c => {
    const editor = await loadEditor(c)
    const form = read(asked, c.var.form)
    if (!form.ok) return show(c, editor, form.typed, null, wordErrors(c.var.t, form.errors))
    const tried = await tryIt(c, editor, form.value)
    return show(c, editor, form.typed, tried)
  })

type Visit = Parameters<typeof loadEditor>[0] & Parameters<typeof render>[0]

async function tryIt(
  c: Visit,
  { service, network }: Editor,
  { need, postcode, age, numbers, groups }: z.infer<typeof asked>,
): Promise<Tried> {
  const { db, now } = c.var.ctx
  const place = await placeOf(db, postcode)
  const counted = Object.entries(numbers).flatMap(([key, number]) => (number === null ? [] : [[key, `${number}`]]))
  const known = [...Object.entries(groups).filter(([, group]) => group !== ''), ...counted]
  const facts = { age, groups: Object.fromEntries(known.map(([key, group]) => [key, [group]])) }
  const found = await findSuggestions(db, network, { needs: [need], place, facts, named: [service.id] }, now())
  const rank = found.suggested.findIndex(({ serviceId }) => serviceId === service.id)
  return {
    suggestion: found.suggested[rank] ?? null,
    rank: rank + 1,
    of: found.suggested.length,
    asked: found.shortlist.includes(service.id),
    because: found.ruledOut.find(({ serviceId }) => serviceId === service.id)?.because ?? [],
    outward: place?.outward ?? null,
  }
}

function show(c: Visit, editor: Editor, values: FormValues, tried: Tried | null, errors: FormErrors = {}) {
  const { t, service, at } = editor
  const view = (
    <>
      <BackLink href={at(paths.editService(service.id))}>{service.name}</BackLink>
      <PageHead title={t('service.try.title')} lead={t('service.try.lead')} />
      {editor.place.categoryIds.length === 0 ? (
        <Card>
          <Empty
            title={t('service.try.noCategory')}
            action={
              <LinkButton href={at(paths.serviceSection(service.id, 'details'))}>
                {t('service.section.details')}
              </LinkButton>
            }
          />
        </Card>
      ) : (
        <div class="service-hub">
          <Card>
            <Questions editor={editor} values={values} errors={errors} />
          </Card>
          {tried && <Verdict editor={editor} tried={tried} />}
        </div>
      )}
    </>
  )
  return render(c, view, { title: t('service.try.title'), errors })
}

/** Asks only what this service, or the network, restricts by. */
function Questions({ editor, values, errors }: { editor: Editor; values: FormValues; errors: FormErrors }) {
  const { t, network, place } = editor
  const needs = place.categoryIds.map(id => ({ value: id, label: network.categories.get(id)?.label ?? '' }))
  const used = [...Object.keys(place.restrictions.groups ?? {}), ...Object.keys(place.restrictions.numbers ?? {})]
  return (
    <Form values={values} errors={errors}>
      {needs.length < 6 ? (
        <Radios name="need" legend={t('service.try.need')} choices={needs} />
      ) : (
        <Select name="need" label={t('service.try.need')} options={needs} empty={null} />
      )}
      <PostcodeField name="postcode" label={t('service.try.postcode')} hint={t('service.try.postcodeHint')} optional />
      <NumberField name="age" label={t('service.try.age')} optional />
      {countable(network)
        .filter(({ key }) => used.includes(key))
        .map(({ key, label }) => (
          <NumberField key={key} name={`numbers.${key}`} label={label} optional />
        ))}
      {restrictable(network)
        .filter(({ key }) => used.includes(key))
        .map(({ key, label, options }) => (
          <Select
            key={key}
            name={`groups.${key}`}
            label={label}
            empty={t('common.notKnown')}
            options={options
              .filter(({ retired }) => !retired)
              .map(option => ({ value: option.key, label: option.label }))}
            optional
          />
        ))}
      <Button icon="search">{t('service.try.go')}</Button>
    </Form>
  )
}

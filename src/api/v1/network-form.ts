/** A network's form as it is published: as JSON, or as a FHIR R4 Questionnaire. And what one organisation asks of its own. */
import { type Network, readNetwork } from '../../db/networks.ts'
import { readOwnQuestions } from '../../db/own-questions.ts'
import { readPublished } from '../../db/published-form.ts'
import { contactKeys } from '../../domain/completing.ts'
import { fieldsInOrder, isStandardPart, partsInOrder, shown } from '../../domain/form.ts'
import { type Naming, questionnaireOf } from '../../domain/questionnaire.ts'
import { question, section } from '../../domain/questions/types.ts'
import { preferredContacts } from '../../domain/submission.ts'
import { translator } from '../../words/index.ts'
import { answer, bearer, createRoute, id, idParam, moment, newApi, refusals, z } from '../openapi.ts'
import { networksFor } from '../reach.ts'

const path = '/api/v1/networks'
const shared = { tags: ['Networks'], security: bearer, method: 'get' as const }

const words = z.object({ en: z.string(), cy: z.string().optional() })
const option = z.object({ key: z.string(), label: z.string() })
const form = z
  .object({
    network: id,
    version: z
      .int()
      .openapi({ description: 'Answers keep the version they were given to. 0: the form all begin with.' }),
    publishedAt: moment.nullable(),
    parts: z.array(z.string()).openapi({ description: 'In order; `section.<id>` is a section of questions.' }),
    fields: z
      .array(
        z.object({
          field: z.string().openapi({ description: 'Its path in the submission.' }),
          show: shown,
          label: words.optional(),
          help: words.optional(),
          options: z.array(option).optional(),
        }),
      )
      .openapi({ description: 'In order, without those that are off.' }),
    sections: z.array(section),
    questions: z
      .array(question)
      .openapi({ description: 'Each is answered in `submission.answers` under its id, where its conditions hold.' }),
  })
  .openapi('Form')
const questionnaire = z.looseObject({ resourceType: z.literal('Questionnaire') }).openapi('Questionnaire')

const read = createRoute({
  ...shared,
  path: `${path}/{id}/form`,
  summary: 'Read a network’s form',
  description:
    'The version in use. A condition’s `question` is an earlier question’s id, or a fact of the standard form: needs, urgent, age, household, `demographic.<key>`.',
  request: { params: idParam },
  responses: { 200: answer(form, 'The form'), ...refusals },
})
const asFhir = createRoute({
  ...shared,
  path: `${path}/{id}/form/questionnaire`,
  summary: 'Read a network’s form as a FHIR R4 Questionnaire',
  description: 'The same version, with its conditions as enableWhen. What answers do is not part of it.',
  request: { params: idParam },
  responses: {
    200: {
      description: 'The Questionnaire',
      content: { 'application/fhir+json': { schema: questionnaire } },
    },
    ...refusals,
  },
})
const ofOrganisation = createRoute({
  ...shared,
  tags: ['Organisations'],
  path: '/api/v1/organisations/{id}/questions',
  summary: 'Read what an organisation asks of its own',
  description:
    'Asked wherever it is on the shortlist; answered in `submission.organisationAnswers` under its id. Only it and you see the answers.',
  request: { params: idParam, query: z.strictObject({ network: id }) },
  responses: {
    200: answer(
      z.object({ version: z.int().openapi({ description: '0: it asks nothing.' }), questions: z.array(question) }),
      'In order',
    ),
    ...refusals,
  },
})

export const networkForm = newApi()
  .openapi(read, async c => {
    const { actor, ctx } = c.var
    const { id } = c.req.valid('param')
    await networksFor(ctx.db, actor, id)
    const [network, published] = [await readNetwork(ctx.db, id), await readPublished(ctx.db, id)]
    const { sections, questions } = network.form
    const publishedAt = published?.publishedAt?.toISOString() ?? null
    return c.json(
      {
        ...{ network: id, version: published?.version ?? 0, publishedAt },
        ...{ parts: partsInOrder(network.form), fields: shapeFields(network), sections, questions },
      },
      200,
    )
  })
  .openapi(asFhir, async c => {
    const { actor, ctx } = c.var
    const { id } = c.req.valid('param')
    await networksFor(ctx.db, actor, id)
    const [network, published] = [await readNetwork(ctx.db, id), await readPublished(ctx.db, id)]
    const about = {
      ...{ id: published?.id ?? id, version: published?.version ?? 0, at: published?.publishedAt ?? null },
      ...{ title: network.name, url: new URL(`${path}/${id}/form`, ctx.baseUrl).href },
    }
    const body = JSON.stringify(questionnaireOf(network, about, naming()))
    return c.body(body, 200, { 'Content-Type': 'application/fhir+json' }) as never
  })
  .openapi(ofOrganisation, async c => {
    const { actor, ctx } = c.var
    const { network } = c.req.valid('query')
    await networksFor(ctx.db, actor, network)
    const { version, definition } = await readOwnQuestions(ctx.db, network, c.req.valid('param').id)
    return c.json({ version, questions: definition.questions }, 200)
  })

type Shaped = z.infer<typeof form>
function shapeFields({ form, demographics }: Network): Shaped['fields'] {
  return fieldsInOrder(form).flatMap(({ name, show }) => {
    const demographic = demographics.find(({ key }) => name === `details.demographics.${key}`)
    const isKnown = !name.startsWith('details.demographics.') || (demographic && demographic.kind !== 'age')
    if (show === 'off' || !isKnown) return []
    const own = {
      ...form.fields[name as keyof typeof form.fields],
      ...form.demographics.find(one => one.key === demographic?.key),
    }
    const options = optionsOf({ form, demographics }, name)
    return [
      {
        ...{ field: name, show },
        ...(own.label && { label: own.label }),
        ...(own.help && { help: own.help }),
        ...(options.length > 0 && { options }),
      },
    ]
  })
}

function optionsOf({ form, demographics }: Pick<Network, 'form' | 'demographics'>, name: string) {
  if (name === 'person.preferredContact') {
    const own = form.fields['person.preferredContact']?.list ?? []
    return contactKeys(form).map(key => ({
      key,
      label: own.find(one => one.key === key)?.label.en ?? naming().contact(key),
    }))
  }
  const demographic = demographics.find(({ key }) => name === `details.demographics.${key}`)
  return (demographic?.options ?? []).filter(({ retired }) => !retired).map(one => ({ key: one.key, label: one.label }))
}

function naming(): Naming {
  const t = translator('en')
  return {
    field: name => t(`form.label.${name}`),
    part: name => (isStandardPart(name) ? t(`form.section.${name}`) : name),
    contact: key => {
      const known = preferredContacts.find(one => one === key)
      return known ? t(`form.contactBy.${known}`) : key
    },
  }
}

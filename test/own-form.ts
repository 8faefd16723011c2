/** A form of one's own for stories: published as the next version, or what an organisation asks. */
import { keepOrganisationQuestions } from '#src/actions/keep-organisation-questions.ts'
import type { Database } from '#src/db/database.ts'
import { readNetwork } from '#src/db/networks.ts'
import { readOwnQuestions } from '#src/db/own-questions.ts'
import { type FormDefinition, formDefinition } from '#src/domain/form.ts'
import { ownQuestions, ownSection } from '#src/domain/own-questions.ts'
import { type Question, question } from '#src/domain/questions/types.ts'
import type { Role, World } from './network.ts'

/** A yes/no question in the section `home`, unless said otherwise. */
export function ask(over: Partial<Question> & { id: string }): Question {
  return question.parse({ kind: 'yes_no', section: 'home', label: { en: `About ${over.id}?` }, ...over })
}

export function when(id: string, operator: string, answer: unknown): Question['enableWhen'] {
  return { behaviour: 'all', conditions: [{ question: id, operator, answer }] } as Question['enableWhen']
}

/** The form that is published now, with these changes. Returns the version's number. */
export async function publish(
  { owner }: Database,
  networkId: string,
  changes: Partial<FormDefinition>,
): Promise<number> {
  const { form } = await readNetwork(owner, networkId)
  const definition = formDefinition.parse({ ...form, ...changes })
  const last = await owner
    .selectFrom('formVersion')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('networkId', '=', networkId)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await owner.transaction().execute(async trx => {
    await trx
      .updateTable('formVersion')
      .set({ status: 'superseded' })
      .where('networkId', '=', networkId)
      .where('status', '=', 'published')
      .execute()
    await trx
      .insertInto('formVersion')
      .values({
        ...{ networkId, version, status: 'published', definition: JSON.stringify(definition) },
        publishedAt: new Date(),
      })
      .execute()
  })
  return version
}

/** As a primary user of the organisation keeps them. */
export async function asks(
  world: World,
  role: Role,
  organisation: keyof World['organisations'],
  questions: (Partial<Question> & { id: string })[],
): Promise<number> {
  const organisationId = world.organisations[organisation]
  const { version } = await readOwnQuestions(world.database.owner, world.networkId, organisationId)
  const definition = ownQuestions.parse({ questions: questions.map(one => ask({ section: ownSection, ...one })) })
  return keepOrganisationQuestions(
    await world.as(role),
    { organisationId, networkId: world.networkId },
    version,
    definition,
  )
}

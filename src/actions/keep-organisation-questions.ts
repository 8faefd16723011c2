/** FORM-6, ORG-1: keeps the questions that an organisation asks wherever it is on the shortlist, as a new version. */
import { recordEvents } from '../db/events.ts'
import { readNetwork } from '../db/networks.ts'
import { insertOwnQuestions, readOwnQuestions } from '../db/own-questions.ts'
import { readProfile } from '../db/profiles.ts'
import { type FormProblem, problemsOf } from '../domain/form-problems.ts'
import { type OwnQuestions, ownSection } from '../domain/own-questions.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import type { ProfilePlace } from './save-profile.ts'

/** By its primary users and the network's coordinators. `seen`: the version that the page was opened with. Returns the new one. */
export function keepOrganisationQuestions(
  ctx: ActingContext,
  { organisationId, networkId }: ProfilePlace,
  seen: number,
  definition: OwnQuestions,
): Promise<number> {
  const { actor } = ctx
  return inTransaction(ctx, async trx => {
    const { networks } = await readProfile(trx, actor, organisationId)
    const isOwn = actor.role === 'primary' && actor.organisationId === organisationId
    if (!networks.some(({ id }) => id === networkId) || !(isOwn || actor.coordinates.includes(networkId)))
      throw new Problem('not_found', 'There is no such network.')
    const [problem] = problemsIn(definition, await readNetwork(trx, networkId))
    if (problem) throw new Problem('invalid', 'A question needs another look.', { field: problem.question })
    const { version } = await readOwnQuestions(trx, networkId, organisationId)
    const next = { networkId, organisationId, version: seen + 1, definition, at: ctx.now(), by: actor.userId }
    if (version !== seen || !(await insertOwnQuestions(trx, next)))
      throw new Problem('conflict', 'Somebody changed these questions while this page was open.')
    const party = isOwn ? 'organisation' : 'coordinator'
    const codes = { organisation: organisationId, section: 'questions', version: next.version }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'saveProfile', party, networkId, codes })])
    return next.version
  })
}

/** What keeps them from being asked: the same rules as for a network's form. */
export function problemsIn(
  { questions }: OwnQuestions,
  { categories, demographics }: Awaited<ReturnType<typeof readNetwork>>,
): FormProblem[] {
  const sections = [{ id: ownSection, title: { en: ownSection } }]
  const inUse = [...categories.values()].filter(({ retired }) => !retired).map(({ id }) => id)
  return problemsOf({ sections, questions }, { categoryIds: inUse, demographics, serviceIds: [] })
}

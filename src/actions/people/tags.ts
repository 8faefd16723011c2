/** Tags: an organisation's own words for its people. */
import { recordEvents } from '../../db/events.ts'
import { attachTag, detachTag } from '../../db/people/save.ts'
import { renameTag as rename } from '../../db/people/tags.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { keeperOf, keepingPerson } from './keeper.ts'

/** The tag's id: one that is there already in whatever case it is typed, else a new one. */
export function tagPerson(ctx: ActingContext, personId: string, name: string): Promise<string> {
  return keepingPerson(ctx, personId, 'tagPerson', keeping => attachTag(keeping.trx, keeping, name, keeping))
}

export function untagPerson(ctx: ActingContext, personId: string, tagId: string): Promise<void> {
  return keepingPerson(ctx, personId, 'untagPerson', keeping => detachTag(keeping.trx, keeping, tagId))
}

export function renameTag(ctx: ActingContext, tagId: string, name: string): Promise<void> {
  const organisationId = keeperOf(ctx)
  return inTransaction(ctx, async trx => {
    const outcome = await rename(trx, organisationId, tagId, name)
    if (outcome === 'absent') throw new Problem('not_found', 'There is no such tag.')
    if (outcome === 'taken')
      throw new Problem('invalid', 'There is a tag of this name already.', { field: 'name' }, [
        { field: 'name', code: 'taken' },
      ])
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'renameTag', party: 'keeper', codes: { tag: tagId } })])
  })
}

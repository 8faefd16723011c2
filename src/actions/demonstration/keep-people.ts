/** What the demonstration's organisations write in their records of people, by the same actions as anybody. */

import { type DemoContact, type DemoRecord, demoRecords } from '../../db/seed/demo/contacts.ts'
import { findPerson } from '../../db/seed/history.ts'
import { dayOf } from '../../domain/week.ts'
import { type ActingContext, type Context, inTransaction } from '../context.ts'
import { addContact, finishNextStep } from '../people/contacts.ts'
import { tagPerson } from '../people/tags.ts'
import { actingAs, type Cast, find } from './cast.ts'

const day = 24 * 60 * 60 * 1000

export async function keepPeople(ctx: Context, cast: Cast): Promise<void> {
  for (const record of demoRecords) await keepOne(ctx, cast, record)
}

async function keepOne(ctx: Context, cast: Cast, { by, last, tags = [], contacts }: DemoRecord) {
  const organisationId = find(cast.organisations, by.split('@')[1] ?? '')
  const { id, createdAt } = await inTransaction(ctx, trx => findPerson(trx, organisationId, last))
  for (const contact of contacts) {
    const at = new Date(Math.max(ctx.now().getTime() - contact.ago * day, createdAt.getTime() + day / 48))
    await write(await actingAs(ctx, cast, by, at), ctx, id, contact)
  }
  for (const tag of tags) await tagPerson(await actingAs(ctx, cast, by, ctx.now()), id, tag)
}

async function write(by: ActingContext, { now }: Context, personId: string, contact: DemoContact) {
  const { way, what, minutes = null, next: [nextStep = '', inDays = 0, done] = [] } = contact
  const nextOn = nextStep && dayOf(new Date(now().getTime() + inDays * day))
  const id = await addContact(by, personId, { way, what, minutes, onDay: dayOf(by.now()), nextStep, nextOn })
  if (done) await finishNextStep(by, personId, id)
}

/** Changing a record's details, by hand or by taking over what another account of the same person says. */
import { readPerson } from '../../db/people/read.ts'
import { markLookedAt, readDetails, writeDetails } from '../../db/people/save.ts'
import { type Correction, type Details, detailsToKeep, type PersonDetails, taking } from '../../domain/people.ts'
import { Problem } from '../../domain/problem.ts'
import type { ActingContext } from '../context.ts'
import { matchHash } from '../match-hash.ts'
import { type Keeping, keepingPerson } from './keeper.ts'

/** The id of the record that stays. */
export function savePerson(ctx: ActingContext, id: string, typed: PersonDetails): Promise<string> {
  return keepingPerson(ctx, id, 'changePerson', async keeping => {
    await write(ctx, keeping, detailsToKeep(typed))
    return keeping.personId
  })
}

/** No field chosen keeps everything as it is; either way it is not offered again. */
export function takeCorrections(ctx: ActingContext, id: string, choice: Correction): Promise<string> {
  return keepingPerson(ctx, id, 'decideCorrections', async keeping => {
    const { trx, personId, organisationId, userId, at } = keeping
    const record = await readPerson(trx, personId, { userId, organisationId }, 'page', at)
    const account = record?.accounts.find(one => one.kind === choice.kind && one.id === choice.id)
    if (!account) throw new Problem('not_found', 'This has been decided already.')
    if (choice.fields.length > 0)
      await write(ctx, keeping, taking(await readDetails(trx, personId), account.details, choice.fields))
    await markLookedAt(trx, choice.kind, choice.id, organisationId, at)
    return personId
  })
}

async function write({ secret }: ActingContext, { trx, personId, userId, at }: Keeping, details: Details) {
  await writeDetails(trx, personId, details, matchHash(secret, details), { userId, at })
}

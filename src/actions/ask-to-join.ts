/** NET-3: an organisation asks to join from the public page. What comes too fast, or from a robot, is held for the coordinator, never dropped. */
import { sign } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import { recordEvents } from '../db/events.ts'
import { admitGuess } from '../db/guesses.ts'
import { countRequestsSince, findPublicNetwork, insertRequest } from '../db/joining.ts'
import { mostRequestsAnHour, type RequestForm } from '../domain/joining.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'
import { eventBy } from './event-by.ts'

/** `from`: the address that it came from, of which only a keyed hash is kept for minutes. The same answer whatever became of it. */
export async function askToJoin(ctx: Context, slug: string, form: RequestForm, from: string): Promise<void> {
  const network = await findPublicNetwork(ctx.db, slug)
  if (!network) throw new Problem('not_found', 'There is no such network.')
  const at = ctx.now()
  const slow = await admitGuess(ctx.db, sign(ctx.secret, 'join', from), at)
  await inTransaction({ ...ctx, actor: null }, async trx => {
    const recent = await countRequestsSince(trx, network.id, minutesBefore(at, 60))
    const held = form.fax !== '' || !slow || recent >= mostRequestsAnHour
    const id = await insertRequest(trx, network.id, form, { held, at })
    if (!id) return
    const event = { action: 'askToJoin', party: 'public', networkId: network.id, codes: { request: id } }
    await recordEvents(trx, at, [eventBy({ ...ctx, actor: null }, event)])
    if (held) return
    const codes = { networkId: network.id, organisation: form.organisationName }
    await enqueueLetter(
      trx,
      { ...ctx, actor: null },
      { template: 'join_asked', codes, to: { coordinatorsOf: network.id } },
    )
  })
}

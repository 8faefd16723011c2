/** A network in which there is one of everything, so that every address of the program can be asked with an id that is real. */
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { addNote } from '#src/actions/add-note.ts'
import { addFileToReferral } from '#src/actions/files/add-file.ts'
import { inviteUser } from '#src/actions/invite-user.ts'
import { keepView } from '#src/actions/keep-view.ts'
import { entryToken, makeEntryLink } from '#src/actions/make-entry-link.ts'
import { addContact } from '#src/actions/people/contacts.ts'
import { tagPerson } from '#src/actions/people/tags.ts'
import { askData } from '#src/actions/privacy/ask-data.ts'
import { makeWebhook } from '#src/actions/webhooks/make.ts'
import { webhookKinds } from '#src/domain/webhook.ts'
import { openCabinet } from '#src/files/cabinet.ts'
import { nothingAllowed } from '#src/outgoing/hosts.ts'
import type { App } from '#test/app.ts'
import { pdf } from '#test/made-files.ts'
import { filledIn, network } from '#test/network.ts'
import { secondNetwork } from '#test/second-network.ts'

export type Furnished = Awaited<ReturnType<typeof furnish>>

export async function furnish(app: App) {
  const { owner } = app.database
  const world = await network({
    database: app.database,
    settings: { attachmentMegabytes: 1, selfReferral: 'pages', publicDirectory: true },
  })
  const second = await secondNetwork(world)
  const connection = await second.connect()
  const by = { first: await world.as('first'), coordinator: await world.as('coordinator') }
  const cabinet = openCabinet(app.config)

  /** Of the organisation asked; what it was told first is held. */
  const { id: webhook } = await makeWebhook(
    await world.as('firstPrimary'),
    { organisationId: world.organisations.first },
    { name: 'Case system', address: 'https://1.1.1.1/hooks', kinds: [...webhookKinds] },
    nothingAllowed,
  )

  /** Sent by `referrer`, waiting with `first`, `second` next in line. */
  const { id: referral } = await world.send()
  const upload = { name: 'letter.pdf', content: Readable.from([pdf]) }
  await addFileToReferral(await world.as('referrer'), cabinet, referral, upload, '')
  /** Another, helped with by `first`, which so keeps a record of the person. */
  const { id: helped } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id: helped, service: 'first' }, {})
  const person = (await owner.selectFrom('personReferral').select('personId').executeTakeFirstOrThrow()).personId ?? ''
  const call = { way: 'phone' as const, onDay: '2026-01-05', minutes: 20, what: 'Rang.', nextStep: '', nextOn: '' }
  const contact = await addContact(by.first, person, call)
  const tag = await tagPerson(by.first, person, 'Rings on Mondays')
  await addFileToPerson(person)

  /** A private note, and a person who asks for a copy of everything. */
  const note = await addNote(by.first, helped, { kind: 'private', body: 'For myself.' })
  const ask = { kind: 'access' as const, parts: [helped], reason: 'asked' as const, remark: '' }
  const subjectRequest = await askData(by.coordinator, { networkId: world.networkId }, ask)

  const link = await makeEntryLink(by.coordinator, world.networkId, { kind: 'link', label: 'All', organisationId: '' })
  const invitation = await inviteUser(
    await world.as('firstPrimary'),
    { organisationId: world.organisations.first },
    {
      personName: 'Niamh',
      email: 'niamh@example.org',
      role: 'member',
    },
  )
  await keepView(by.first, { name: 'Mine', search: 'tab=all', words: undefined })
  const at = new Date()
  const held = randomUUID()
  const consent = { given: true, wordingId: world.wordingId, how: 'spoken' }
  const kept = { submission: filledIn(world, ['food']), sending: { consent } }
  await owner
    .insertInto('heldSubmission')
    .values({
      ...{
        id: held,
        networkId: world.networkId,
        entryLinkId: link,
        submissionId: randomUUID(),
        reference: 'K7QF2M9XH',
      },
      ...{ origin: 'link', why: 'proof', at, body: JSON.stringify(kept) },
    })
    .execute()
  const asked = { networkId: world.networkId, organisationName: 'Newcomers', contactName: 'Lev' }
  const { id: request } = await owner
    .insertInto('joinRequest')
    .values({ ...asked, contactEmail: 'lev@example.org' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: handOver } = await owner
    .insertInto('handOver')
    .values({
      ...{ fromUserId: world.users.first, toUserId: world.users.firstPrimary, madeBy: world.users.first, madeAt: at },
      ...{ organisationId: world.organisations.first, fromDay: '2026-01-05', untilDay: '2099-01-05', begunAt: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const typed = { 'person.firstName': 'Morag', needs: [world.categories.food] }
  const { id: draft } = await owner
    .insertInto('draft')
    .values({
      ...{ userId: world.users.referrer, organisationId: world.organisations.referrer, networkId: world.networkId },
      body: JSON.stringify({ typed, shortlist: null, startsFrom: null }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()

  async function addFileToPerson(id: string) {
    const browser = await app.as(world.users.first)
    await browser.get(`/people/${id}`)
    await browser.upload(`/people/${id}/files`, { 'plan.pdf': pdf })
  }
  const one = async (
    table: 'assignment' | 'membership' | 'message' | 'savedSearch' | 'webhookDelivery',
    where = {},
  ): Promise<string> => {
    let query = owner.selectFrom(table).select('id')
    for (const [column, value] of Object.entries(where)) query = query.where(column as 'id', '=', value as string)
    return (await query.limit(1).executeTakeFirstOrThrow()).id
  }
  const heldDelivery = async () => {
    const id = await one('webhookDelivery', { referralId: referral })
    await owner.updateTable('webhookDelivery').set({ status: 'held', triedAt: at }).where('id', '=', id).execute()
    return id
  }
  const fileOf = async (column: 'referralId' | 'personId', id: string) =>
    (await owner.selectFrom('file').select('id').where(column, '=', id).executeTakeFirst())?.id ?? randomUUID()
  const { slug } = await owner
    .selectFrom('network')
    .select('slug')
    .where('id', '=', world.networkId)
    .executeTakeFirstOrThrow()

  return {
    ...{
      world,
      second,
      slug,
      referral,
      person,
      draft,
      contact,
      tag,
      connection,
      link,
      invitation,
      held,
      request,
      handOver,
      webhook,
      note,
      subjectRequest,
    },
    entry: entryToken(app.config.secret, link),
    assignment: await one('assignment', { referralId: referral, status: 'pending' }),
    message: await one('message'),
    delivery: await heldDelivery(),
    membership: await one('membership', { userId: world.users.first }),
    view: await one('savedSearch'),
    file: await fileOf('referralId', referral),
    personFile: await fileOf('personId', person),
    other: randomUUID(),
  }
}

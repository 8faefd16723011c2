/** Referrals in which each kind of data carries a word of its own, to be looked for in whatever is answered. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { addNote } from '#src/actions/add-note.ts'
import { addFileToReferral } from '#src/actions/files/add-file.ts'
import { submission } from '#src/domain/submission.ts'
import { openCabinet } from '#src/files/cabinet.ts'
import type { App } from './app.ts'
import type { World } from './network.ts'

export const markers = {
  name: 'Quillfeather',
  /** Shown with a space in the middle. */
  phone: '900461',
  email: 'zquill@person.example.org',
  address: 'Marmalade',
  circumstances: 'Xylograph',
  health: 'Vexillology',
  demographics: 'Quaternary',
  source: 'Umbriferous',
  avoid: 'Ratatouille',
  note: 'Onomatopoeia',
  privateNote: 'Sesquipedalian',
  file: 'Palimpsest',
  remark: 'Gallimaufry',
  fileContent: 'Quidnunc',
  /** Of a restricted referral. */
  hidden: 'Hobbledehoy',
} as const
export type Kind = keyof typeof markers
export const kinds = Object.keys(markers) as Kind[]

/** Restricted, taken up by `first`, waiting with `second`. Returns its id. */
export async function conceal(world: World): Promise<string> {
  const name = { firstName: 'Ottoline', lastName: markers.hidden }
  const person = { ...name, dateOfBirth: '1990-01-01', email: 'ottoline@example.com' }
  const fill = { person: submission.shape.person.parse(person), restricted: true, circumstances: markers.hidden }
  const { id } = await world.send({ needs: ['food', 'housing'], ask: ['first', 'second', 'third'], fill })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  await addNote(await world.as('referrer'), id, { kind: 'regular', body: markers.hidden })
  return id
}

/** Taken up by `first`, waiting with `second`, with `third` next in line; with notes of both kinds and a file. Returns its id. */
export async function plant(world: World, app: App): Promise<string> {
  const choice = JSON.stringify([{ key: markers.demographics, label: markers.demographics }])
  await sql`update demographic set options = options || ${choice}::jsonb where key = 'gender'`.execute(
    app.database.owner,
  )
  const { id } = await world.send({
    needs: ['food', 'housing'],
    ask: ['first', 'second', 'third'],
    fill: {
      person: {
        ...{ title: '', firstName: 'Zephyrine', lastName: markers.name, dateOfBirth: '1987-03-27' },
        ...{ phone: `07700${markers.phone}`, email: markers.email, preferredContact: '' },
      },
      address: {
        line1: `1 ${markers.address} Row`,
        line2: '',
        town: '',
        county: '',
        postcode: 'L4 9ZQ',
        noFixedAddress: false,
      },
      safeContact: { channels: ['email'], times: [], timesNote: '', voicemail: 'no', avoid: markers.avoid },
      details: { health: markers.health, householdSize: 2, demographics: { gender: [markers.demographics] } },
      source: { name: markers.source, organisation: '', email: '', phone: '' },
      circumstances: `There is ${markers.circumstances} in it.`,
    },
  })
  // The network's own list of choices is no secret; what this person chose is.
  await sql`update demographic set options = options - (jsonb_array_length(options) - 1) where key = 'gender'`.execute(
    app.database.owner,
  )
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const referrer = await world.as('referrer')
  const tell = [world.users.coordinator, world.users.first]
  await addNote(referrer, id, { kind: 'regular', body: `${markers.note}: ask ${markers.name} herself`, tell })
  await addNote(referrer, id, { kind: 'private', body: markers.privateNote })
  const upload = { name: `${markers.file}.txt`, content: Readable.from([Buffer.from(markers.fileContent)]) }
  await addFileToReferral(referrer, openCabinet(app.config), id, upload, markers.remark)
  return id
}

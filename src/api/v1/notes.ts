/** Notes on a referral that everyone on it reads. Private ones stay on the screen of who wrote them. */
import { addNote, newNote } from '../../actions/add-note.ts'
import { listTellable, viewReferral } from '../../actions/view-referral.ts'
import { answer, bearer, body, createRoute, id, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { note, shapeNotes } from './referral-shape.ts'

const path = '/api/v1/referrals/{id}/notes'
const shared = { tags: ['Notes'], security: bearer, path }

const person = z
  .object({ id, name: z.string(), organisation: z.string() })
  .openapi('MayTell', { description: 'Somebody who can be emailed about a note: `tell` takes their id.' })

const list = createRoute({
  ...shared,
  method: 'get',
  summary: 'List notes',
  request: { params: idParam },
  responses: { 200: answer(z.object({ notes: z.array(note), mayTell: z.array(person) }), 'Newest first'), ...refusals },
})
const add = createRoute({
  ...shared,
  method: 'post',
  summary: 'Add a note',
  request: { params: idParam, body: body(newNote.pick({ body: true, tell: true }).openapi('NewNote')) },
  responses: { 201: answer(z.object({ id }), 'Added'), ...writeRefusals },
})

export const notes = newApi()
  .openapi(list, async c => {
    const view = await viewReferral(c.var.ctx, c.req.valid('param').id, 'api')
    return c.json({ notes: shapeNotes(view.notes), mayTell: await listTellable(c.var.ctx, view) }, 200)
  })
  .openapi(add, async c => {
    const id = await addNote(c.var.ctx, c.req.valid('param').id, { kind: 'regular', ...c.req.valid('json') })
    return c.json({ id }, 201)
  })

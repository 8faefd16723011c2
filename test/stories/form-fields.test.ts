/** A coordinator sets which fields the network's form has, and in which words (FORM-1); the designer warns of what is then never known. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { at, type Designer, openDesigner, seenIn } from '#test/designer.ts'
import type { World } from '#test/network.ts'

let designer: Designer
let app: App
let world: World
let browser: Browser
beforeAll(async () => {
  designer = await openDesigner()
  ;({ app, world, browser } = designer)
})
afterAll(() => app.stop())

/** How each field is shown, as the page of fields has it. */
function showsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/name="(show\.[\w.]+)" value="(\w+)" checked/g)].map(([, name, value]) => [name, value]),
  )
}

test('FORM-1: fields are off, optional or required, in the network’s words, lists and order', async () => {
  const { text } = await browser.get(`${at}/fields`)
  const shows = showsIn(text)
  expect(shows['show.person.title']).toBe('off')
  const moved = await browser.post(`${at}/fields`, {
    ...{ ...shows, seen: seenIn(text), hint: '60', 'show.person.title': 'optional', do: 'up field person.lastName' },
  })
  expect(moved.status).toBe(303)
  const { form } = await designer.working()
  expect(form.fields['person.title']?.show).toBe('optional')
  expect(form.order.indexOf('person.lastName')).toBeLessThan(form.order.indexOf('person.firstName'))
  await designer.relabel('person.preferredContact', 'Best way to reach them', 'Ask what is safe')
  expect((await designer.working()).form.fields['person.preferredContact']).toMatchObject({
    label: { en: 'Best way to reach them' },
    help: { en: 'Ask what is safe' },
  })
  expect((await browser.post(`${at}/fields`, { ...shows, hint: '60', seen: 'old' })).status).toBe(409)
})

test('FORM-5: the list of problems warns of a condition over what the form does not ask, and still publishes', async () => {
  const show = async (householdSize: string) => {
    const { text } = await browser.get(`${at}/fields`)
    const fields = { ...showsIn(text), 'show.details.householdSize': householdSize }
    await browser.post(`${at}/fields`, { ...fields, seen: seenIn(text), hint: '60', do: 'save' })
  }
  await designer.addHousing()
  await designer.add('At risk of eviction?')
  const condition = { question: 'household', operator: '>' as const, answer: 3 }
  await app.database.owner
    .updateTable('formVersion')
    .set({
      definition: sql`jsonb_set(definition, '{questions,0,enableWhen}', ${JSON.stringify({ behaviour: 'all', conditions: [condition] })}::jsonb)`,
    })
    .where('networkId', '=', world.networkId)
    .where('status', '=', 'draft')
    .execute()
  expect((await browser.get(at)).text).not.toContain('does not ask')
  await show('off')
  const { text } = await browser.get(`${at}/publish`)
  expect(text).toContain('1 condition looks at something that the form does not ask')
  expect(text).toContain('“People in the household” is never known')
  expect(text).toContain('>Publish')
  await show('optional')
  await app.database.owner
    .updateTable('formVersion')
    .set({ definition: sql`jsonb_set(definition, '{questions,0,enableWhen}', 'null'::jsonb)` })
    .where('networkId', '=', world.networkId)
    .where('status', '=', 'draft')
    .execute()
})

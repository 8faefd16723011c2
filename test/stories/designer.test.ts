/** A coordinator designs the questions of the network's form without a line of code; what is published is what referrers meet (FORM-5, ADM-1). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFormVersions } from '#src/db/forms.ts'
import type { App } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { at, type Designer, openDesigner, question, seenIn } from '#test/designer.ts'
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

test('ADM-1: the designer is the coordinator’s alone', async () => {
  for (const path of [at, `${at}/fields`, `${at}/questions/new`, `${at}/publish`, `${at}/versions`])
    for (const role of ['firstPrimary', 'commissioner', 'administrator'] as const)
      expect((await (await app.as(world.users[role])).get(path)).status, `${path} ${role}`).toBe(404)
})

test('FORM-5: a section and questions of every kind are added; the draft is not yet in use', async () => {
  expect((await browser.fill(`${at}/sections/new`, { 'title.en': '' })).text).toContain('Give the section a name')
  await designer.addHousing()
  expect((await designer.add('At risk of eviction?')).status).toBe(303)
  await designer.add('What has happened?', { kind: 'several_of', more: 'A notice was served\nBailiffs came' })
  await designer.add('Arrears in pounds', { kind: 'number', least: '0', most: '100,000' })
  await designer.add('Date of the hearing', { kind: 'date' })
  await designer.add('Who is the landlord?', { kind: 'one_of', more: 'The council\nA private landlord' })
  await designer.add('Landlord’s name', { kind: 'text' })
  await designer.add('Anything else?', { kind: 'long_text' })
  expect(await designer.ids()).toEqual([
    ...['at_risk_of_eviction', 'what_has_happened', 'arrears_in_pounds', 'date_of_the_hearing'],
    ...['who_is_the_landlord', 'landlord_s_name', 'anything_else'],
  ])
  expect((await designer.inUse()).questions).toEqual([])
})

test('FORM-5: what is wrong with a question is said at the field, and what was typed stays', async () => {
  const blank = await designer.add('', { kind: 'one_of', 'help.en': 'Ask kindly' })
  expect(blank.status).toBe(422)
  expect(blank.text).toContain('<title>Error: ')
  expect(blank.text).toContain('href="#label.en"')
  expect(blank.text).toContain('Give at least one choice')
  expect(blank.text).toContain('Ask kindly')
  const bounds = await designer.add('How many?', { kind: 'number', least: '9', most: '2' })
  expect(bounds.text).toContain('The most must be as much as the least, or more')
})

test('FORM-5: a condition is a sentence over earlier answers; each press shows what fits, without script', async () => {
  const path = `${at}/questions/date_of_the_hearing`
  const fields = question('Date of the hearing', { kind: 'date' })
  const added = await designer.change(path, { ...fields, do: 'condition-add' })
  expect(added.text).toContain('name="when.0.question"')
  expect(added.text).not.toContain('name="when.0.operator"')
  const chosen = await designer.change(path, { ...fields, 'when.0.question': 'what_has_happened', do: 'update' })
  expect(chosen.text).toContain('<option value="bailiffs_came">Bailiffs came</option>')
  const half = await designer.change(path, {
    ...fields,
    'when.0.question': 'what_has_happened',
    'when.0.operator': 'includes',
  })
  expect(half.status).toBe(422)
  expect(half.text).toContain('Give an answer that “What has happened?” can have')
  const when = {
    'when.0.question': 'what_has_happened',
    'when.0.operator': 'includes',
    'when.0.answer': 'bailiffs_came',
  }
  expect((await designer.change(path, { ...fields, ...when })).status).toBe(303)
  const { text } = await browser.get(at)
  expect(text).toContain('Asked if “What has happened?” includes Bailiffs came')
  const later = await designer.change(`${at}/questions/at_risk_of_eviction`, {
    ...question('At risk of eviction?'),
    ...{ 'when.0.question': 'anything_else', 'when.0.operator': 'exists' },
  })
  expect(later.status).toBe(422)
})

test('FORM-5: an answer adds a need, makes it urgent, sets a demographic, rules services in or out', async () => {
  const is = (at: number, does: string) => ({
    ...{ [`effects.${at}.operator`]: '=', [`effects.${at}.answer`]: 'yes', [`effects.${at}.does`]: does },
  })
  const saved = await designer.change(`${at}/questions/at_risk_of_eviction`, {
    ...question('At risk of eviction?'),
    ...is(0, 'urgent'),
    ...is(1, `add_need ${world.categories.housing}`),
    ...is(2, `rule_out ${world.services.first}`),
  })
  expect(saved.status).toBe(303)
  expect((await designer.working()).form.questions[0]?.effects.map(({ does }) => does.kind)).toEqual([
    'urgent',
    'add_need',
    'rule_out',
  ])
  expect((await browser.get(at)).text).toContain('If it is Yes: adds the need “Housing”')
})

test('FORM-5: the preview asks and does by the same rules, with a button where there is no script', async () => {
  const untried = await browser.get(at)
  expect(untried.text).toMatch(/data-question="date_of_the_hearing" hidden/)
  const tried = await browser.post(at, {
    ...{ do: 'try', 'answers.what_has_happened': 'bailiffs_came', 'answers.at_risk_of_eviction': 'yes' },
  })
  expect(tried.text).toMatch(/data-question="date_of_the_hearing">/)
  expect(tried.text).toMatch(/data-effect="at_risk_of_eviction 0">/)
  expect((await designer.working()).draft?.definition.questions).toHaveLength(7)
})

test('FORM-5: questions move by buttons and by drag, and are duplicated; never before what they are asked because of', async () => {
  await designer.press('anything_else', 'up')
  expect((await designer.ids()).slice(-2)).toEqual(['anything_else', 'landlord_s_name'])
  await designer.press('landlord_s_name', 'place housing 1')
  expect((await designer.ids())[1]).toBe('landlord_s_name')
  await designer.press('landlord_s_name', 'duplicate')
  expect((await designer.ids()).slice(1, 3)).toEqual(['landlord_s_name', 'landlord_s_name_copy'])
  const refused = await designer.press('date_of_the_hearing', 'place housing 0')
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('“Date of the hearing” is asked because of an answer that would then come after it.')
  expect((await designer.press('gone', 'up')).status).toBe(404)
})

test('FORM-5: what is asked because of a question is dealt with before that one is deleted', async () => {
  const path = `${at}/questions/what_has_happened/delete`
  const page = await browser.get(path)
  expect(page.text).toContain('“Date of the hearing” is asked because of this question')
  expect((await browser.post(path, { seen: seenIn(page.text) })).status).toBe(422)
  await designer.add('A spare one')
  await designer.change(`${at}/questions/a_spare_one/delete`, {})
  expect(await designer.ids()).not.toContain('a_spare_one')
})

test('FORM-5: of two who change one question at once the second is told, and keeps what was typed', async () => {
  const path = `${at}/questions/landlord_s_name`
  const { text } = await browser.get(path)
  const late = { seen: seenIn(text), ...question('Name of the landlord', { kind: 'text' }) }
  await designer.change(path, question('Landlord’s full name', { kind: 'text' }))
  const told = await browser.post(path, late)
  expect(told.status).toBe(409)
  expect(told.text).toContain('Somebody else changed this while the page was open')
  expect(told.text).toContain('Name of the landlord')
  expect((await browser.post(path, { ...late, seen: seenIn(told.text) })).status).toBe(303)
})

test('FORM-5: a form with something that is gone is not published, and the list of problems leads to it', async () => {
  await app.database.owner
    .updateTable('category')
    .set({ retiredAt: new Date() })
    .where('id', '=', world.categories.housing)
    .execute()
  const page = await browser.get(at)
  expect(page.text).toContain('1 thing to mend before you can publish')
  expect((await designer.publish()).status).toBe(409)
  await app.database.owner
    .updateTable('category')
    .set({ retiredAt: null })
    .where('id', '=', world.categories.housing)
    .execute()
})

test('FORM-5: publishing shows what changes, puts it in use, and the referrer meets it', async () => {
  await designer.relabel('person.preferredContact', 'Best way to reach them', 'Ask what is safe')
  const page = await browser.get(`${at}/publish`)
  expect(page.text).toContain('At risk of eviction?')
  expect(page.text).toContain('Best way to reach them')
  expect((await designer.publish()).status).toBe(303)
  expect((await designer.inUse()).questions).toHaveLength(8)
  const form = await (await app.as(world.users.referrer)).get('/refer')
  const start = form.status === 303 ? await (await app.as(world.users.referrer)).get(form.location ?? '') : form
  expect(start.text).toContain('At risk of eviction?')
  expect((await browser.get('/system')).text).toContain('Changed by The coordinator')
})

test('FORM-5: a published version never changes; the difference between any two is shown; an earlier one begins a draft', async () => {
  await designer.change(
    `${at}/questions/anything_else`,
    question('Is there anything else?', { kind: 'long_text', required: 'yes' }),
  )
  await designer.publish()
  const versions = await listFormVersions(app.database.db, world.networkId)
  expect(versions.slice(0, 2).map(({ status }) => status)).toEqual(['published', 'superseded'])
  const [newest = 0, older = 0] = versions.map(({ version }) => version)
  const compared = await browser.get(`${at}/versions/${newest}?with=${older}`)
  expect(compared.text).toContain('Is there anything else?')
  expect(compared.text).toMatch(/Anything else\?<\/del>/)
  expect(compared.text).not.toContain('At risk of eviction?')
  await browser.fill(`${at}/versions/${older}`, {})
  expect((await designer.working()).draft?.definition.questions.at(-1)?.label.en).toBe('Anything else?')
  expect((await browser.fill(`${at}/versions/${older}`, {})).status).toBe(409)
  expect((await designer.change(`${at}/discard`, {})).status).toBe(303)
  expect((await designer.working()).draft).toBeNull()
  await expect(
    app.database.owner.updateTable('formVersion').set({ definition: '{}' }).where('version', '=', older).execute(),
  ).rejects.toThrow('a published form never changes')
})

test('ORG-1, FORM-6: an organisation keeps questions of its own with the same designer; they do nothing but ask', async () => {
  const primary = await app.as(world.users.firstPrimary)
  const own = `/organisations/${world.organisations.first}/edit/questions`
  expect((await primary.get(`/organisations/${world.organisations.first}/edit`)).text).toContain(
    'Questions of your own',
  )
  const page = await primary.get(`${own}/new`)
  expect(page.text).not.toContain('What an answer does')
  const fields = { seen: seenIn(page.text), ...question('Can they come to Bold Street?') }
  expect((await primary.post(`${own}/new`, fields)).status).toBe(303)
  expect((await primary.post(`${own}/new`, fields)).status).toBe(409)
  const second = await primary.get(`${own}/new`)
  await primary.post(`${own}/new`, {
    ...{ seen: seenIn(second.text), ...question('Who comes with them?', { kind: 'text' }) },
    ...{ 'when.0.question': 'can_they_come_to_bold_street', 'when.0.operator': '=', 'when.0.answer': 'yes' },
  })
  const kept = await primary.get(own)
  expect(kept.text).toContain('Asked if “Can they come to Bold Street?” is Yes')
  const moved = { seen: seenIn(kept.text), question: 'who_comes_with_them', do: 'up' }
  expect((await primary.post(own, moved)).status).toBe(409)
  const gone = { ...moved, question: 'can_they_come_to_bold_street', do: 'delete' }
  expect((await primary.post(own, gone)).status).toBe(303)
  expect((await primary.get(own)).text).toContain('You ask nothing of your own')
  expect((await (await app.as(world.users.referrer)).get(own)).status).toBe(404)
})

/** An organisation's own questions: asked where it is on the list, and answered to it and to the sender alone (FORM-6). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { all, beginEviction, evictionWorld, sent, stored } from '#test/eviction-questions.ts'
import { agree } from '#test/member-form.ts'
import type { Role, World } from '#test/network.ts'
import { ask, asks, when } from '#test/own-form.ts'

let app: App
let world: World

beforeAll(async () => {
  app = await startApp()
  world = await evictionWorld(app)
})
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

describe('FORM-6: an organisation’s own questions', () => {
  let referral = ''

  test('are asked when it is on the list, before consent, and only where they are relevant', async () => {
    await asks(world, 'firstPrimary', 'first', [
      { id: 'before', label: { en: 'Have we helped before?' }, required: true },
      { id: 'who', kind: 'text', label: { en: 'Who helped?' }, enableWhen: when('before', '=', true) },
    ])
    const { browser, path, post } = await beginEviction(app, world)
    await post({ 'answers.rented': 'no', shown: all })
    await browser.post(`${path}/services`, { do: `remove ${world.services.second}` })
    expect((await browser.get(`${path}/consent`)).location).toBe(`${path}/questions`)
    const page = await browser.get(`${path}/questions`)
    expect(page.text).toContain('Have we helped before?')
    expect(page.text).not.toContain('Who helped?')
    const name = `organisationAnswers.${world.organisations.first}`
    const blank = await browser.post(`${path}/questions`, { shown: `${name}.before` })
    expect(blank.status).toBe(422)
    expect(blank.text).toContain('Choose yes or no')
    const opened = await browser.post(`${path}/questions`, { [`${name}.before`]: 'yes', shown: `${name}.before` })
    expect(opened.text).toContain('Who helped?')
    const done = await browser.post(`${path}/questions`, {
      [`${name}.before`]: 'yes',
      [`${name}.who`]: 'Old Marmaduke',
      shown: `${name}.before ${name}.who`,
    })
    expect(done.location).toBe(`${path}/consent`)
    await agree(world, browser, path, 'spoken')
    expect((await browser.get(`${path}/check`)).text).toContain('Old Marmaduke')
    referral = await sent(world, browser, path)
    expect(await stored(app, referral)).toContainEqual({
      question: 'who',
      value: 'Old Marmaduke',
      organisationId: world.organisations.first,
      questionsVersion: 1,
    })
  })

  test('go to it and to the sender alone, on the page, as CSV and over the API', async () => {
    const seen = async (role: Role) => {
      const browser = await app.as(world.users[role])
      const page = await browser.get(`/referrals/${referral}`)
      return page.text.includes('Old Marmaduke')
    }
    expect([await seen('first'), await seen('referrer')]).toEqual([true, true])
    expect([await seen('coordinator'), await seen('second'), await seen('third')]).toEqual([false, false, false])
    const coordinator = await app.as(world.users.coordinator)
    expect((await coordinator.get(`/referrals/${referral}/csv`)).text).not.toContain('Old Marmaduke')
  })

  test('are not asked of a referral that it was not on, and its page says so and leads to asking the referrer', async () => {
    const { id } = await world.send({ needs: ['debt'], ask: ['second'], fill: { answers: { rented: 'no' } } })
    await asks(world, 'second', 'second', [{ id: 'debts', label: { en: 'How many creditors?' }, kind: 'number' }])
    const second = await app.as(world.users.second)
    const page = await second.get(`/referrals/${id}`)
    expect(page.text).toContain('How many creditors?')
    expect(page.text).toContain('Not asked')
    expect(page.text).toMatch(/id="not-asked"[\s\S]*\/ask"/)
  })

  test('are never changed under somebody: the second to keep them is told, and a broken one is refused', async () => {
    const ctx = await world.as('firstPrimary')
    const { keepOrganisationQuestions } = await import('#src/actions/keep-organisation-questions.ts')
    const on = { organisationId: world.organisations.first, networkId: world.networkId }
    const broken = {
      questions: [{ ...ask({ id: 'a', section: 'own', enableWhen: when('b', '=', true) }), effects: [] }],
    }
    await expect(keepOrganisationQuestions(ctx, on, 1, broken)).rejects.toMatchObject({ code: 'invalid' })
    await expect(keepOrganisationQuestions(ctx, on, 0, { questions: [] })).rejects.toMatchObject({ code: 'conflict' })
    const stranger = await world.as('third')
    await expect(keepOrganisationQuestions(stranger, on, 1, { questions: [] })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

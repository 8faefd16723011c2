/** The checklist of a new network. */
import { expect, test } from 'vitest'
import { type ChecklistFacts, checklistOf, checklistTasks, countDone, isComplete } from './checklist.ts'

const nothing: ChecklistFacts = {
  ...{ described: false, areas: 0, categories: 0, formPublished: false, successful: 0, unsuccessful: 0, reasons: 0 },
  ...{ wordingPublished: false, agreementAccepted: false, helped: false, invited: 0, services: 0 },
}

test('ADM-1: each task of the checklist is done by what is there, and by nothing else', () => {
  expect(countDone(checklistOf(nothing))).toBe(0)
  expect(checklistOf({ ...nothing, areas: 2 })).toMatchObject({ area: true, details: false })
  expect(checklistOf({ ...nothing, successful: 3, unsuccessful: 2 }).lists).toBe(false)
  expect(checklistOf({ ...nothing, successful: 3, unsuccessful: 2, reasons: 1 }).lists).toBe(true)
  const all: ChecklistFacts = {
    ...{ described: true, areas: 1, categories: 1, formPublished: true, successful: 1, unsuccessful: 1, reasons: 1 },
    ...{ wordingPublished: true, agreementAccepted: true, helped: true, invited: 1, services: 1 },
  }
  expect(countDone(checklistOf(all))).toBe(checklistTasks.length)
  expect(isComplete(checklistOf(all))).toBe(true)
  expect(isComplete(checklistOf({ ...all, services: 0 }))).toBe(false)
})

import { expect, test } from 'vitest'
import { cutOf, type Framed, moveCut, waysToMove } from './picture-cut.ts'

const wide: Framed = { width: 1200, height: 400, x: 50, y: 50 }
const tall: Framed = { width: 300, height: 900, x: 50, y: 50 }

test('SVC-5: a cut is three wide to two high around what matters, and never over the edge', () => {
  expect(cutOf(wide)).toEqual({ left: 300, top: 0, width: 600, height: 400 })
  expect(cutOf({ ...wide, x: 5 })).toEqual({ left: 0, top: 0, width: 600, height: 400 })
  expect(cutOf({ ...tall, y: 100 })).toEqual({ left: 0, top: 700, width: 300, height: 200 })
  expect(cutOf({ width: 1, height: 1, x: 50, y: 50 })).toEqual({ left: 0, top: 0, width: 1, height: 1 })
})

test('SVC-5: a cut is moved only where something is cut off, step by step to the edge', () => {
  expect(waysToMove(wide)).toEqual(['left', 'right'])
  expect(waysToMove(tall)).toEqual(['up', 'down'])
  expect(waysToMove({ width: 900, height: 600, x: 0, y: 0 })).toEqual([])
  let moved = wide
  for (let step = 0; step < 4; step++) moved = { ...moved, ...moveCut(moved, 'right') }
  expect(cutOf(moved).left).toBe(600)
  expect(waysToMove(moved)).toEqual(['left'])
  expect(cutOf({ ...moved, ...moveCut(moved, 'left') }).left).toBe(450)
})

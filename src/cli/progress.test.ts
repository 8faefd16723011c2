import { expect, test } from 'vitest'
import { showProgress } from './progress.ts'

function run(isTTY: boolean) {
  let [text, time] = ['', 0]
  const out = { isTTY, columns: 100, write: (part: string) => (text += part) }
  const progress = showProgress('postcodes', out, () => time)
  for (; time <= 10_000; time += 50) progress.update(time, 10_000, time * 100)
  progress.note('line 7: postcode')
  progress.end()
  return text
}

test('API-4: an import on a terminal draws one bar over itself', () => {
  const text = run(true)
  expect(text).toContain('[############............] postcodes: 50%, 500,000 rows, 5 s, 5 s left')
  expect(text.split('\n')).toHaveLength(2)
})

test('elsewhere it writes a line every few seconds', () => {
  expect(run(false).trim().split('\n')).toEqual([
    'postcodes: 0%, 0 rows, 0 s',
    'postcodes: 30%, 300,000 rows, 3 s, 7 s left',
    'postcodes: 60%, 600,000 rows, 6 s, 4 s left',
    'postcodes: 90%, 900,000 rows, 9 s, 1 s left',
    'line 7: postcode',
  ])
})

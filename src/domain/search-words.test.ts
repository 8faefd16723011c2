import { describe, expect, test } from 'vitest'
import { type Entry, rank, unmatched } from './search-rank.ts'
import { plainWords, readTyped, respell, singular } from './search-words.ts'
import { countSlips, nearestWords } from './spelling.ts'

const areas = [
  { code: 'E08000015', name: 'Wirral' },
  { code: 'E08000013', name: 'St Helens' },
]
const typedOf = (words: string) => readTyped(words, areas).terms.map(({ typed, weak }) => (weak ? `(${typed})` : typed))

describe('DIR-1: what is typed into the one box is read', () => {
  test('without little words, and with words that say little only welcome', () => {
    expect(typedOf('I need help with debt')).toEqual(['(help)', 'debt'])
    expect(typedOf('advice')).toEqual(['advice'])
  })
  test('a postcode is taken out, whole or its beginning', () => {
    expect(readTyped('food bank L4 0TH')).toMatchObject({ postcode: 'L4 0TH' })
    expect(readTyped('l20 food')).toMatchObject({ postcode: 'L20' })
    expect(readTyped('food bank')).toMatchObject({ postcode: null })
  })
  test('a place of the network is an area, and its words stay welcome', () => {
    expect(readTyped('food in St. Helens', areas)).toMatchObject({ area: 'E08000013' })
    expect(typedOf('food in St Helens')).toEqual(['food', '(st)', '(helens)'])
  })
  test('two words that mean one thing are one term', () => {
    expect(readTyped('food bank').terms[0]?.forms.map(({ words }) => words.join(' '))).toEqual([
      'food bank',
      'foodbank',
      'emergency food',
      'food parcel',
    ])
  })
  test('accents, capitals and apostrophes do not matter', () => {
    expect(plainWords('Café for CARERS’ Mums')).toEqual(['cafe', 'for', 'carers', 'mums'])
    expect([singular('charities'), singular('carers'), singular('homeless')]).toEqual(['charity', 'carer', 'homeless'])
  })
})

describe('misspellings are forgiven', () => {
  test('letters left out, put in, changed or swapped are slips', () => {
    expect(countSlips('foodbnk', 'foodbank', 2)).toBe(1)
    expect(countSlips('dept', 'debt', 2)).toBe(1)
    expect(countSlips('huosing', 'housing', 2)).toBe(1)
    expect(countSlips('abc', 'xyzzy', 2)).toBe(3)
  })
  test('the nearest word that the directory uses is taken, the commoner of two', () => {
    const known = ['debt', 'dent', 'housing', 'counselling'].map(word => ({ word, count: word === 'debt' ? 9 : 1 }))
    expect(nearestWords('dept', known)).toEqual(['debt', 'dent'])
    expect(nearestWords('counciling', known)).toEqual(['counselling'])
    expect(nearestWords('cat', known)).toEqual([])
  })
})

const entry = (id: string, rest: Partial<Entry>): Entry => ({
  ...{
    id,
    kind: 'service',
    name: '',
    organisation: '',
    categories: '',
    above: '',
    place: '',
    about: '',
    description: '',
  },
  ...rest,
})
const inName = entry('a', { name: 'Harbour Debt Advice' })
const inCategory = entry('b', { name: 'Money Talks', categories: 'Debt advice' })
const inText = entry('c', { name: 'Lunch Club', description: 'We never talk about debt.' })
const order = (typed: string, entries: Entry[]) => rank(typed, readTyped(typed).terms, entries).map(it => it.entry.id)

describe('results are ranked', () => {
  test('the name counts more than the category, the category more than the description', () => {
    expect(order('debt advice', [inText, inCategory, inName])).toEqual(['a', 'b', 'c'])
  })
  test('whatever has all of the words leaves out what has some; where nothing has all, some will do', () => {
    const food = entry('d', { name: 'Food store' })
    expect(order('debt food', [food, inName])).toEqual(['d', 'a'])
    expect(order('debt food', [food, inName, entry('e', { name: 'Food and debt' })])).toEqual(['e'])
  })
  test('a word that nothing has is known as unmatched, and its correction finds', () => {
    const [term] = readTyped('dept').terms
    if (!term) throw new Error('a term')
    expect(unmatched([term], [inName])).toEqual([term])
    expect(rank('dept', [respell(term, ['debt'])], [inName])).toHaveLength(1)
  })
  test('the same search gives the same order whatever order the entries come in', () => {
    const entries = [inText, inCategory, inName]
    expect(order('debt', entries)).toEqual(order('debt', entries.toReversed()))
  })
})

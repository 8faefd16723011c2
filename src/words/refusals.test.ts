/** Every sentence of a rule that a page can show has its Welsh; the source itself is read for them. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assertFrom, lifecycle, partyFor } from '../domain/lifecycle.ts'
import { assignmentStatuses } from '../domain/referral.ts'
import { translator } from './index.ts'
import { refusals, sayRefusal } from './refusals.ts'

const src = join(import.meta.dirname, '..')
const cymraeg = translator('cy')
/** Put together from a table, which is tried below; and said to tokens alone, in English like the rest of the API. */
const others = ['domain/lifecycle.ts', 'web/doors.ts']

describe('a refusal is said in Welsh', () => {
  const said = new Set([...filesBehindPages()].filter(file => !others.includes(file)).flatMap(sentencesIn))

  test('wherever a page can lead to it', () => {
    expect(said.size).toBeGreaterThan(150)
    expect([...said].filter(sentence => !refusals.has(sentence))).toEqual([])
  })

  test('and none is kept that no rule says any more', () => {
    const fromTables = new Set([...byParty(), ...byStatus(), 'Somebody has decided this already.'])
    expect([...refusals.keys()].filter(sentence => !said.has(sentence) && !fromTables.has(sentence))).toEqual([])
  })

  test('by whose turn it is, and by what became of the asking', () => {
    expect([...byParty(), ...byStatus()].filter(sentence => sayRefusal(cymraeg, sentence) === sentence)).toEqual([])
  })

  test('with the names and numbers that it fills in', () => {
    const holes = (text: string) => [...text.matchAll(/\{\{\d\}\}/g)].map(([hole]) => hole).sort()
    expect([...refusals].filter(([english, welsh]) => `${holes(english)}` !== `${holes(welsh)}`)).toEqual([])
    expect(sayRefusal(cymraeg, 'Ama O’Hara has done this already.')).toBe('Mae Ama O’Hara wedi gwneud hyn eisoes.')
    expect(sayRefusal(cymraeg, 'There is no scope a, b. There are: c, d.')).toBe(
      'Nid oes hawl o’r enw a, b. Y rhain sydd: c, d.',
    )
  })
})

test('what has no Welsh comes as it is, and so does everything on an English page', () => {
  expect(sayRefusal(cymraeg, 'Nobody wrote this.')).toBe('Nobody wrote this.')
  expect(sayRefusal(translator('en'), 'Choose a service.')).toBe('Choose a service.')
})

function byParty(): string[] {
  return Object.keys(lifecycle).map(action => whatItSays(() => partyFor(action as keyof typeof lifecycle, [])))
}

function byStatus(): string[] {
  const tried = (status: (typeof assignmentStatuses)[number]) =>
    (['accept', 'close'] as const).map(action => whatItSays(() => assertFrom(action, { id: 'a', status })))
  return assignmentStatuses.flatMap(tried).filter(words => words !== '')
}

function whatItSays(work: () => unknown): string {
  try {
    work()
    return ''
  } catch (problem) {
    return problem instanceof Error ? problem.message : ''
  }
}

/** What the pages import, and what that imports. */
function filesBehindPages(): Set<string> {
  const seen = new Set<string>()
  const follow = (file: string) => {
    if (seen.has(file) || /\.test\./.test(file) || !existsSync(join(src, file))) return
    seen.add(file)
    const imports = readFileSync(join(src, file), 'utf8').matchAll(
      /^(?:import|export)(?! type)[^'"]*? from '(\.[^']+)'/gm,
    )
    for (const [, next = ''] of imports) follow(join(dirname(file), next))
  }
  for (const page of globSync('web/**/*.{ts,tsx}', { cwd: src })) follow(page)
  return seen
}

/** In a file that knows Problem, all that reads like a sentence. What is absent is told in other words (`web/errors.tsx`). */
function sentencesIn(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  if (!/import [^\n]*\bProblem\b/.test(text)) return []
  const literals = text.replace(/'not_found',\s*(?:'[^']*'|`[^`]*`)/g, '').matchAll(/'([^'\n]*)'|`([^`\n]*)`/g)
  return [...literals]
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter(words => /^(?:[A-Z“]|\$\{).* .*\.$/.test(words) || /^[A-Z“][^$]* [a-z]+ [a-z][^$]*$/.test(words))
    .map(words => {
      let nth = 0
      return words.replace(/\$\{[^}]*\}/g, () => `{{${++nth}}}`)
    })
}

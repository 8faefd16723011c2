/** docs/security.md: the table names every requirement of ASVS 5.0 at levels 1 and 2 once, and every test that it names is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

/** Chapter and section with the numbers in it: `1.2:1-5` is 1.2.1 to 1.2.5. */
const levels = {
  1: `1.2:1-5 1.3:1-2 1.5:1 2.1:1 2.2:1-2 2.3:1 3.2:1-2 3.3:1 3.4:1-2 3.5:1-3 4.1:1 4.4:1 5.2:1-2 5.3:1-2 6.1:1 6.2:1-8
    6.3:1-2 6.4:1-2 7.2:1-4 7.4:1-2 8.1:1 8.2:1-2 8.3:1 9.1:1-3 9.2:1 10.4:1-5 11.3:1-2 11.4:1 12.1:1 12.2:1-2 13.4:1
    14.2:1 14.3:1 15.1:1 15.2:1 15.3:1`,
  2: `1.1:1-2 1.2:6-9 1.3:3-11 1.4:1-3 1.5:2 2.1:2-3 2.2:3 2.3:2-4 2.4:1 3.3:2-4 3.4:3-6 3.5:4-5 3.7:1-2 4.1:2-3 4.2:1
    4.3:1-2 4.4:2-4 5.1:1 5.2:3 5.4:1-3 6.1:2-3 6.2:9-12 6.3:3-4 6.4:3-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.3:1-2 7.4:3-5
    7.5:1-2 7.6:1-2 8.1:2 8.2:3 8.4:1 9.2:2-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:6-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2
    11.2:1-3 11.3:3 11.4:2-4 11.5:1 11.6:1 12.1:2-3 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:2-5 14.1:1-2 14.2:2-4 14.3:2-3
    15.1:2-3 15.2:2-3 15.3:2-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2`,
} as const

/** Several that have one answer share a row: `10.4.1–5`, `1.2.6, 1.2.7`. */
const rows = page
  .split('\n')
  .map(line => /^\| ([\d., –]+) \| ([12]) \| (.+) \| (met|not met|n\/a) \| (.+) \|$/.exec(line))
  .filter(found => found !== null)
  .map(([, ids = '', level, , status, how = '']) => ({ ids: idsOf(ids), level: Number(level), status, how }))

for (const level of [1, 2] as const) {
  const own = rows.filter(row => row.level === level)
  const count = (status: string) => own.filter(row => row.status === status).flatMap(({ ids }) => ids).length

  test(`SECURITY: each requirement of level ${level} has its row, once`, () => {
    expect(own.flatMap(({ ids }) => ids).sort()).toEqual(levels[level].split(/\s+/).flatMap(spread).sort())
  })

  test(`SECURITY: the sums at level ${level} are those of the table`, () => {
    const said = new RegExp(`^\\| ${level} \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$`, 'm').exec(page)
    expect(said?.slice(1).map(Number)).toEqual([count('met'), count('not met'), count('n/a')])
  })
}

test('SECURITY: what is met names a test that is there, or the part of the page that is the answer', () => {
  const missing = rows.flatMap(({ how }) => testsIn(how)).filter(file => !existsSync(join(root, file)))
  expect(missing).toEqual([])
  const unproved = rows.filter(row => row.status === 'met' && testsIn(row.how).length === 0 && !/\]\(#/.test(row.how))
  expect(unproved.flatMap(({ ids }) => ids)).toEqual([])
})

test('SECURITY: every link within the page leads somewhere, and so does every file that it names', () => {
  const headings = [...page.matchAll(/^##+ (.+)$/gm)].map(([, title = '']) => `#${slug(title)}`)
  const links = [...page.matchAll(/\]\((#[^)]+)\)/g)].map(([, to]) => to)
  expect(links.filter(to => !headings.includes(to ?? ''))).toEqual([])
  const files = [...page.matchAll(/`((?:src|test|docs)\/[\w./-]+\.\w+)`/g)].map(([, file = '']) => file)
  expect(files.filter(file => !existsSync(join(root, file)))).toEqual([])
})

/** `stories/doors` is test/stories/doors.test.ts; `src/auth/auth` stands beside what it tests. */
function testsIn(how: string): string[] {
  return [...how.matchAll(/`((?:stories|browser|faults|src)\/[\w./-]+|architecture|policy-agrees|security-table)`/g)]
    .map(([, name = '']) => (name.startsWith('src/') ? name : `test/${name}`))
    .map(name => `${name}.test.ts`)
}

function idsOf(text: string): string[] {
  return text.split(', ').flatMap(one => {
    const [, section = '', from = '', to = from] = /^(\d+\.\d+)\.(\d+)(?:–(\d+))?$/.exec(one) ?? []
    return numbers(section, Number(from), Number(to))
  })
}

function spread(part: string): string[] {
  const [section = '', range = ''] = part.split(':')
  const [from = '', to = from] = range.split('-')
  return numbers(section, Number(from), Number(to))
}

function numbers(section: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => `${section}.${from + at}`)
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-')
}

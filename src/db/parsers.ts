/** How values arrive: numbers as numbers (ours stay below 2^53), dates as 'YYYY-MM-DD', moments as Date. */
import pg from 'pg'

type Parser = (text: string) => unknown

const ours: Readonly<Record<number, Parser>> = {
  20: Number, // int8
  1016: text => arrayOf(text, Number),
  1700: Number, // numeric
  1231: text => arrayOf(text, Number),
  1082: text => text, // date
  1182: text => arrayOf(text, item => item),
}

export const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parser =>
    (format === 'binary' ? undefined : ours[oid]) ?? pg.types.getTypeParser(oid, format ?? 'text'),
}

const textArray = 1009

function arrayOf(text: string, read: Parser) {
  const items = types.getTypeParser(textArray)(text) as (string | null)[]
  return items.map(item => (item === null ? null : read(item)))
}

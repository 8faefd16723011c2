/** RPT-1: how full services are, written down once a day, for the report on capacity over time. */
import { keepServiceDay } from '../db/reports/capacity.ts'
import { dayOf } from '../domain/week.ts'
import { type Context, inTransaction } from './context.ts'

/** Returns how many services were new in the day's list. */
export function keepServiceDays(ctx: Context): Promise<number> {
  return inTransaction({ ...ctx, actor: null }, trx => keepServiceDay(trx, dayOf(ctx.now())))
}

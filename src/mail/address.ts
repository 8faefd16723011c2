/** One plain address or none: what nodemailer would accept with a second recipient hidden in it is refused here. */
import { z } from 'zod'

const one = z.email().max(254)

export function isSingleAddress(address: string): boolean {
  return one.safeParse(address).success
}

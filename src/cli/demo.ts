/** `demo`: the demonstration network, into an empty installation. */
import { loadDemonstration } from '../actions/load-demonstration.ts'
import { demonstrationPassword } from '../db/demonstration.ts'
import { demonstrationSignIns } from '../db/seed/demo/networks.ts'
import type { Command } from './command.ts'

export const demo: Command = {
  about: 'Load the demonstration into an empty place',
  usage: '',
  more: ['Two networks of invented organisations, with a sign-in for every role.'],
  async run({ database, config, say }) {
    const { organisations, services, referrals } = await loadDemonstration(database, { ...config, past: true })
    say(
      `Mersey Help Network and Estuary Larder Network: ${organisations} organisations, ${services} services, ${referrals} referrals.`,
    )
    say(`Everybody's password is ${demonstrationPassword}`)
    for (const { email, role, organisation } of demonstrationSignIns)
      say(`  ${email.padEnd(32)} ${role.padEnd(14)} ${organisation ?? ''}`)
  },
}

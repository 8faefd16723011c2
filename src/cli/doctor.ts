/** `doctor`: is everything as it should be? One line per check; leaves with 1 where something is wrong. */
import { Problem } from '../domain/problem.ts'
import type { Command } from './command.ts'
import { checks, type Finding } from './doctor-checks.ts'

export const doctor: Command = {
  about: 'Check the installation, and repair what is derived',
  usage: '[--repair]',
  more: ['Exits with 1 where something is wrong. With --repair it works out anew what is derived from the rest.'],
  options: { repair: { type: 'boolean' } },
  async run(call) {
    const repair = call.options.repair === true
    let wrong = 0
    for (const [name, check] of Object.entries(checks)) {
      const finding = await check({ ...call, repair })
      if (finding.state === 'wrong') wrong++
      call.say(`${marks[finding.state]} ${name.padEnd(18)} ${finding.words}`)
    }
    if (wrong > 0) throw new Problem('conflict', wrong === 1 ? 'One thing is wrong.' : `${wrong} things are wrong.`)
  },
}

const marks: Record<Finding['state'], string> = { right: '✓', note: '·', wrong: '✗' }

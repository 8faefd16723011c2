/** QUALITY: ten thousand reminders due at once, measured by background.ts on its own: its letters are rendered, which plain Node cannot load. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './processes.ts'
import type { Section } from './section.ts'

const mostSeconds = 120

export async function measureReminders(): Promise<Section> {
  const said = await run()
  const [, asked, letters, different, seconds] =
    /(\d+) reminders: (\d+) letters, (\d+) different, in ([\d.]+) s/.exec(said) ?? []
  return {
    title: 'Background',
    notes: ['Reminders due at once, one recipient for all, to a mail server in the same process as the driver.'],
    figures: [],
    bounds: [
      {
        what: `${asked} reminders`,
        bound: `≤ ${mostSeconds} s`,
        found: `${seconds} s`,
        held: Number(seconds) <= mostSeconds,
      },
      {
        what: 'each sent once',
        bound: `${asked}`,
        found: `${letters} letters, ${different} different`,
        held: letters === asked && different === asked,
      },
    ],
  }
}

async function run(): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'bench', 'background.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', chunk => (said += chunk))
  await new Promise(resolve => child.once('exit', resolve))
  return said
}

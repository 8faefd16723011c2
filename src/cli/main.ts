/** The command line: `onward <command>`. One command per file; this is the register of them. */
import { isProblem } from '../domain/problem.ts'
import { backup } from './backup.ts'
import { type Command, runCommand } from './command.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { exportOpenReferral } from './export-open-referral.ts'
import { importBoundaries } from './import-boundaries.ts'
import { importOpenReferral } from './import-open-referral.ts'
import { importPostcodes } from './import-postcodes.ts'
import { importServices } from './import-services.ts'
import { networkCreate } from './network-create.ts'
import { restore } from './restore.ts'
import { sessionEnd } from './session-end.ts'
import { setUpCodeAgain } from './set-up-code.ts'
import { tokenCreate } from './token-create.ts'
import { userCreate } from './user-create.ts'

const commands: Record<string, Command> = {
  'set-up code': setUpCodeAgain,
  'network create': networkCreate,
  'user create': userCreate,
  'token create': tokenCreate,
  'session end': sessionEnd,
  'import postcodes': importPostcodes,
  'import boundaries': importBoundaries,
  'import services': importServices,
  'import openreferral': importOpenReferral,
  'export openreferral': exportOpenReferral,
  backup,
  restore,
  doctor,
  demo,
}

process.exitCode = await main(process.argv.slice(2))

/** The exit code: 0 done, 1 refused, 2 no such command. */
async function main(given: string[]): Promise<number> {
  const [first, ...others] = given
  const words = first === 'help' && others.length > 0 ? [...others, '--help'] : given
  const name = Object.keys(commands).find(name => `${words.join(' ')} `.startsWith(`${name} `))
  const command = name && commands[name]
  if (!command) return explain(words)
  const rest = words.slice(name.split(' ').length)
  if (rest.includes('--help')) return help(name, command)
  return runCommand(command, rest).then(
    () => 0,
    error => refuse(name, command, error),
  )
}

function explain(words: string[]): number {
  const isAsking = words.length === 0 || words[0] === 'help' || words[0] === '--help'
  if (!isAsking) console.error(`There is no command "${words.join(' ')}". These are all:\n`)
  console.log('npm run onward -- <command>; with --help it explains itself\n')
  for (const [name, { about }] of Object.entries(commands)) console.log(`  ${name.padEnd(20)} ${about}`)
  return isAsking ? 0 : 2
}

function help(name: string, { about, usage, more = [] }: Command): number {
  console.log(
    [`${about}.`, '', `  onward ${name} ${usage}`.trimEnd(), ...(more.length > 0 ? ['', ...more] : [])].join('\n'),
  )
  return 0
}

function refuse(name: string, { usage }: Command, error: unknown): number {
  const isMisuse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (isProblem(error) || isMisuse) console.error(error.message)
  else console.error(error)
  if (isMisuse || (isProblem(error) && error.code === 'invalid')) console.error(`\nonward ${name} ${usage}`)
  return 1
}

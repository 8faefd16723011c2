/**
 * `npm test`: format, lint, types and tests; `npm run test:faults`: what may go wrong around the program.
 * Further words narrow it to files whose path has them. The last line counts.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumAtHand } from './parts/chromium.mjs'
import { install, node, root, run, start, startTool } from './parts/run.mjs'

const [first, ...rest] = process.argv.slice(2)
const faults = first === 'faults'
const filters = faults ? rest : process.argv.slice(2)
const projects = faults ? ['faults'] : ['unit', 'stories', 'browser']

install()
chromiumAtHand()
const whole = !faults && filters.length === 0
const built = check('Build', run(node, [join(root, 'scripts', 'build.mjs')]))
// The tests wait often enough for the rest to fit in between.
const outcomes = [built, ...(await Promise.all([runTests(), ...(whole ? checks() : [])]))]
const passed = sum(outcomes.map(outcome => outcome.passed))
const failed = sum(outcomes.map(outcome => outcome.failed))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** What is not a test counts as one when it fails. */
function checks() {
  return [
    lookOver('Format and lint', '@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
    // One checker: more of them work the same types out again, each for itself.
    lookOver('Types', 'typescript/bin/tsc', ['-p', '.', '--noEmit', '--checkers', '1']),
    auditDependencies(),
  ]
}

/** Said once it is done, so that it stands in one piece. */
async function lookOver(name, file, args) {
  const { status, stdout, stderr } = await startTool(file, args, { stdio: 'pipe' })
  console.log(`${name}\n${stdout}${stderr}`)
  return check(name, { status })
}

/** Needs the registry: where it does not answer that is said, and is no failure. */
async function auditDependencies() {
  const name = 'Known faults in what we depend on'
  const args = ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0']
  const options = { stdio: 'pipe', timeout: 30_000, shell: process.platform === 'win32' }
  const { status, stdout } = await start('npm', args, options)
  const found = vulnerabilitiesIn(stdout)
  if (!found) console.log(`${name}: not asked, the registry does not answer`)
  else console.log(`${name}: ${found.high + found.critical} grave, ${found.total} in all`)
  return check(name, { status: found ? status : 0 })
}

function vulnerabilitiesIn(text) {
  try {
    return JSON.parse(text).metadata?.vulnerabilities ?? null
  } catch {
    return null
  }
}

function check(name, { status }) {
  const failed = status === 0 ? 0 : 1
  if (failed) console.error(`${name}: failed`)
  return { passed: 0, failed }
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'onward-results-'))
  const file = join(folder, 'results.json')
  const which = projects.flatMap(name => ['--project', name])
  const reporters = ['default', 'json', join(root, 'scripts', 'parts', 'second-tries.mjs')].map(
    name => `--reporter=${name}`,
  )
  const options = ['--passWithNoTests', '--retry=1', ...reporters, `--outputFile.json=${file}`]
  const { status } = await startTool('vitest/vitest.mjs', ['run', ...which, ...options, ...filters])
  const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
  rmSync(folder, { recursive: true, force: true })
  return status === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}

/** A file that could not even be read has no failed test, and counts as one. */
function count({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(ran => ran.status !== 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

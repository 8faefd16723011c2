/** The browser tests use the system's Chromium. */
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** Installs it on Debian as root; says what to do elsewhere. `CHROMIUM` names one that lies somewhere else. */
export function chromiumAtHand() {
  if (find()) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) aptInstall()
  if (!find()) console.error('Chromium is missing: install it (Debian: apt-get install chromium), or set CHROMIUM.')
}

function find() {
  return [process.env.CHROMIUM, ...usual].find(path => path && existsSync(path))
}

function aptInstall() {
  console.log('Installing Chromium for the browser tests.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-q'], { env })
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env })
}

/** A worker that runs until it is killed: `tsx test/keep-sending.ts <database> <smtp> <folder>`. */
import { pathToFileURL } from 'node:url'
import { openDatabase } from '../src/db/database.ts'
import { startWorker } from '../src/worker/index.ts'

const [url = '', smtpUrl = '', dataDir = ''] = process.argv.slice(2)
const config = {
  baseUrl: 'https://onward.example.org',
  secret: 'a secret of at least thirty-two characters',
  mailFrom: 'Onward <onward@example.org>',
  smtpUrl,
  dataDir,
  storageUrl: pathToFileURL(dataDir).href,
  clamavUrl: null,
}
startWorker({ database: openDatabase(url), config, log: console })
console.log('sending')

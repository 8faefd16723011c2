/** A process that keeps an embedded database until it is told or killed: `node test/keep-embedded.ts <folder>`. */
import { startEmbedded } from '../src/db/embedded.ts'

const [folder = ''] = process.argv.slice(2)
try {
  const server = await startEmbedded(folder, line => console.error(line))
  console.log(server.url)
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
  setInterval(() => {}, 1000)
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  process.exitCode = 3
}

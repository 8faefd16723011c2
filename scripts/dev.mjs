/** `npm run dev`: builds at each save and starts the program again. */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { install, node, root, run } from './parts/run.mjs'

const pause = 150

install()
let child = null
let waiting = null
let turn = Promise.resolve()
restart()
watch(join(root, 'src'), { recursive: true }, () => {
  clearTimeout(waiting)
  waiting = setTimeout(restart, pause)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop().then(() => process.exit(0)))

/** One at a time: the next program needs the data folder that the last one still holds. */
function restart() {
  turn = turn.then(async () => {
    if (run(node, [join(root, 'scripts', 'build.mjs')]).status !== 0) return
    await stop()
    child = spawn(node, ['--enable-source-maps', join(root, 'dist', 'main.js')], { stdio: 'inherit' })
  })
}

async function stop() {
  const last = child
  child = null
  if (!last || last.exitCode !== null) return
  await new Promise(resolve => {
    last.once('exit', resolve)
    last.kill('SIGTERM')
  })
}

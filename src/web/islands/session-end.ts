/** Says some minutes before the end of a session that it comes, in every tab alike; looking at it does not count as being here. */
type Ends = { idle: number; last: number }

const bar = document.querySelector<HTMLElement>('[data-session-end]')
if (bar) watch(bar)

function watch(bar: HTMLElement) {
  const key = 'session-ends'
  const warnBefore = 5 * 60_000
  const say = (name: string) => bar.dataset[name] ?? ''
  const [title, text] = bar.querySelectorAll<HTMLElement>('p')
  const button = bar.querySelector('button')
  let ends: Ends = { idle: 0, last: 0 }
  let shown = ''

  const keep = (left: number) => {
    ends = { idle: Date.now() + Number(say('idle')) * 1000, last: Date.now() + left * 1000 }
    try {
      localStorage.setItem(key, JSON.stringify(ends))
    } catch {
      // A browser that keeps nothing has this tab alone.
    }
  }
  const show = (name: string, heading: string, words: string, mayStay: boolean) => {
    bar.hidden = name === ''
    // Said once: a screen reader would read it out at each look.
    if (name === shown || !title || !text || !button) return
    shown = name
    title.textContent = heading
    text.textContent = words
    button.hidden = !mayStay
  }
  const look = () => {
    const end = Math.min(ends.idle, ends.last)
    const isLast = ends.last <= ends.idle
    const left = end - Date.now()
    if (left <= 0) return show('over', say('over'), say('overText'), false)
    if (left > warnBefore) return show('', '', '', false)
    const time = new Date(end).toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' })
    show(`${isLast}`, say('ending').replace('{{time}}', time), say(isLast ? 'longest' : 'idleText'), !isLast)
  }

  button?.addEventListener('click', async () => {
    const token = document.querySelector<HTMLInputElement>('input[name="token"]')?.value ?? ''
    const body = new URLSearchParams({ token })
    const answer = await fetch(say('stay'), { method: 'POST', body, redirect: 'manual' }).catch(() => null)
    if (!answer) return
    if (!answer.ok) return show('over', say('over'), say('overText'), false)
    keep(Number(((await answer.json()) as { left: number }).left))
    look()
  })
  addEventListener('storage', event => {
    if (event.key !== key || !event.newValue) return
    ends = JSON.parse(event.newValue) as Ends
    look()
  })
  keep(Number(say('left')))
  setInterval(look, 5000)
  addEventListener('visibilitychange', look)
}

export {}

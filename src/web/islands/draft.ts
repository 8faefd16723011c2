/** Keeps the referral form as it is typed, a moment after the last key; says so beside the form, and that it could not where it could not. */
const referral = document.querySelector<HTMLFormElement>('form#referral')
const note = document.querySelector<HTMLElement>('.save-state')
if (referral && note) keepDraft(referral, note)

function keepDraft(form: HTMLFormElement, note: HTMLElement) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined
  let last = typed(form)
  note.textContent = note.dataset.idle ?? ''

  const later = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(save, milliseconds)
  }
  const stop = () => {
    clearTimeout(timer)
    running?.abort()
  }

  async function save() {
    const now = typed(form)
    if (now === last) return
    running?.abort()
    running = new AbortController()
    const answer = await send(form, now, running.signal)
    if (answer === 'stopped') return
    tell(note, answer)
    if (answer === 'signedOut') return
    if (answer === 'failed') return later(15_000)
    last = now
    // From now on there is a draft; a page of one that was never kept no longer begins it.
    form.querySelector('input[name="network"]')?.remove()
  }

  form.addEventListener('input', () => later(1200))
  form.addEventListener('change', () => later(400))
  form.addEventListener('submit', stop)
  // Coming back by the browser's button finds the form as it was left.
  window.addEventListener('pageshow', event => {
    if (event.persisted) last = ''
  })
}

type Answer = { saved: string } | 'failed' | 'signedOut' | 'stopped'

async function send(form: HTMLFormElement, body: string, signal: AbortSignal): Promise<Answer> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  try {
    const response = await fetch(`${form.action}/save`, { method: 'POST', body, headers, signal, redirect: 'manual' })
    if (response.type === 'opaqueredirect' || response.status === 403) return 'signedOut'
    return response.ok ? ((await response.json()) as { saved: string }) : 'failed'
  } catch {
    return signal.aborted ? 'stopped' : 'failed'
  }
}

function tell(note: HTMLElement, answer: Exclude<Answer, 'stopped'>) {
  note.classList.toggle('failed', typeof answer === 'string')
  note.textContent = (typeof answer === 'string' ? note.dataset[answer] : answer.saved) ?? ''
}

function typed(form: HTMLFormElement): string {
  const pairs = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return new URLSearchParams(pairs).toString()
}

export {}

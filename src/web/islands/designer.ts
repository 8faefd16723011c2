/** The question being designed follows what is chosen: the page's own form, answered by the server, put in the place of what was there. */
const form = document.querySelector<HTMLFormElement>('form#designer')
if (form) designWith(form)

function designWith(form: HTMLFormElement) {
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  hideUnscripted()

  async function refresh(pressed: string, parts: readonly string[]) {
    clearTimeout(timer)
    running?.abort()
    running = new AbortController()
    const page = await ask(form, pressed, running.signal)
    if (!page) return false
    const focused = document.activeElement?.id
    for (const part of parts) {
      const next = page.querySelector(`[data-refresh="${part}"]`)
      if (next) document.querySelector(`[data-refresh="${part}"]`)?.replaceWith(document.adoptNode(next))
    }
    hideUnscripted()
    if (focused && !document.activeElement?.id) document.getElementById(focused)?.focus()
    return true
  }

  form.addEventListener('change', event => {
    const target = event.target as HTMLInputElement
    if (target.closest('[data-preview]')) return
    const isChoice = target.tagName === 'SELECT' || target.name === 'more'
    refresh('update', isChoice ? ['builder', 'preview'] : ['preview'])
  })
  form.addEventListener('input', event => {
    const target = event.target as HTMLElement
    if (target.closest('[data-preview]') || target.tagName === 'SELECT') return
    clearTimeout(timer)
    timer = setTimeout(() => refresh('update', ['preview']), 500)
  })
  form.addEventListener('click', async event => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>(
      '[data-refresh="builder"] button[name="do"]',
    )
    if (!button) return
    event.preventDefault()
    const { value } = button
    const card = button.closest('section')?.getAttribute('aria-labelledby')
    if (!(await refresh(value, ['builder', 'preview']))) return form.requestSubmit(button.isConnected ? button : null)
    focusAfter(value, document.getElementById(card ?? '')?.closest('section'))
  })
}

/** The row that was added; else the same button, or the heading of its card. */
function focusAfter(pressed: string, card: Element | null | undefined) {
  if (!card) return
  const added = /-add$/.test(pressed) ? [...card.querySelectorAll<HTMLElement>('li:last-child select')][0] : undefined
  const same = card.querySelector<HTMLElement>(`button[value="${pressed}"]`)
  const target = added ?? same ?? card.querySelector<HTMLElement>('h2')
  if (target?.tagName === 'H2') target.tabIndex = -1
  target?.focus()
}

async function ask(form: HTMLFormElement, pressed: string, signal: AbortSignal): Promise<Document | null> {
  const pairs = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const body = new URLSearchParams([...pairs, ['do', pressed]])
  const response = await fetch(form.action, { method: 'POST', body, signal, redirect: 'manual' }).catch(() => null)
  return response?.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null
}

function hideUnscripted() {
  for (const element of document.querySelectorAll<HTMLElement>('[data-unscripted]')) element.hidden = true
}

export {}

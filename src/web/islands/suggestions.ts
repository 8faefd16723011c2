/** Changes the list of services without a new page: the same forms, the same answers, the focus left where it was. */
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  if (!form.closest('[data-refresh]') || !form.action.includes('/services')) return
  event.preventDefault()
  change(form, event.submitter as HTMLButtonElement | null)
})

async function change(form: HTMLFormElement, button: HTMLButtonElement | null) {
  const pairs = [...new FormData(form, button)].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(pairs) }).catch(() => null)
  const text = response?.ok ? await response.text() : ''
  const next = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-refresh]')
  // Whatever else came back (signed out, a fault) is for the browser to show.
  if (!next) return form.requestSubmit.call(plain(form), button)
  document.querySelector('[data-refresh]')?.replaceWith(document.adoptNode(next))
  focus(button)
}

function plain(form: HTMLFormElement): HTMLFormElement {
  form.closest('[data-refresh]')?.removeAttribute('data-refresh')
  return form
}

/** The same button on the same service; where that is gone, its service, or the list's heading. */
function focus(button: HTMLButtonElement | null) {
  const [does = '', id = ''] = (button?.value ?? '').split(' ')
  const same = id ? document.querySelector<HTMLElement>(`button[value="${does} ${id}"]`) : null
  const found = does === 'search' ? document.querySelector<HTMLElement>('.found p') : null
  const service = id ? document.querySelector<HTMLElement>(`#service-${CSS.escape(id)} button`) : null
  const target = found ?? same ?? service ?? document.querySelector<HTMLElement>('[data-refresh] h1')
  if (target && target.tagName !== 'BUTTON') target.tabIndex = -1
  target?.focus()
}

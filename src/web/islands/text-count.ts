/** Says, while one types, how much more would help; read out only after a pause. */
start()
// A page that puts its next step in place says so.
addEventListener('onward:page', start)

function start() {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-least]')) {
    const note = document.getElementById(`${area.id}-count`)
    if (note) area.addEventListener('input', () => count(area, note))
  }
}

const pauses = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

function count(area: HTMLTextAreaElement, note: HTMLElement) {
  const missing = Number(area.dataset.least) - area.value.trim().length
  note.removeAttribute('role')
  note.textContent = sentence(note, missing)
  clearTimeout(pauses.get(note))
  pauses.set(
    note,
    setTimeout(() => note.setAttribute('role', 'status'), 1000),
  )
}

function sentence(note: HTMLElement, missing: number): string {
  if (missing <= 0) return note.dataset.enough ?? ''
  const words = missing === 1 ? note.dataset.one : note.dataset.other
  return (words ?? '').replace('{{count}}', String(missing))
}

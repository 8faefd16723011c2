/** Questions dragged by their handle to another place, by mouse, pen or finger; the buttons beside them do the same. */
for (const handle of document.querySelectorAll<HTMLElement>('[data-handle]')) handle.hidden = false
for (const element of document.querySelectorAll<HTMLElement>('[data-unscripted]')) element.hidden = true

document.addEventListener('pointerdown', event => {
  const handle = (event.target as Element).closest<HTMLElement>('[data-handle]')
  const row = handle?.closest<HTMLElement>('[data-item]')
  if (handle && row && event.button === 0) drag(row, event)
})

function drag(row: HTMLElement, begun: PointerEvent) {
  const home = { list: row.parentElement, next: row.nextElementSibling }
  row.classList.add('dragged')

  // What is moved in the page loses its hold of the pointer: the document hears it wherever it goes.
  const listening = new AbortController()
  const move = ({ clientX, clientY }: PointerEvent) => {
    const list = document.elementsFromPoint(clientX, clientY).map(listAt).find(Boolean)
    if (!list) return
    const others = [...list.querySelectorAll<HTMLElement>('[data-item]')].filter(one => one !== row)
    const next = others.find(one => one.getBoundingClientRect().top + one.offsetHeight / 2 > clientY)
    if (row.parentElement !== list || row.nextElementSibling !== (next ?? null)) list.insertBefore(row, next ?? null)
  }
  const end = (event: PointerEvent) => {
    listening.abort()
    row.classList.remove('dragged')
    const moved = row.parentElement !== home.list || row.nextElementSibling !== home.next
    if (event.type === 'pointercancel') home.list?.insertBefore(row, home.next)
    else if (moved) drop(row)
  }
  const { signal } = listening
  document.addEventListener('pointermove', move, { signal })
  document.addEventListener('pointerup', end, { signal })
  document.addEventListener('pointercancel', end, { signal })
  begun.preventDefault()
}

/** Over a list, or over the card of one that is empty. */
function listAt(element: Element): HTMLElement | null {
  return (
    element.closest<HTMLElement>('[data-sort]') ??
    element.closest('.card')?.querySelector<HTMLElement>('[data-sort]') ??
    null
  )
}

/** As if a button of the row had been pressed. */
function drop(row: HTMLElement) {
  const list = row.closest<HTMLElement>('[data-sort]')
  const form = row.querySelector('form')
  if (!list || !form) return
  const at = [...list.querySelectorAll('[data-item]')].indexOf(row)
  const place = document.createElement('input')
  Object.assign(place, { type: 'hidden', name: 'do', value: `place ${list.dataset.sort} ${at}` })
  form.append(place)
  form.requestSubmit()
}

export {}

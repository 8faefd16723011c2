/** Keeps the list where it was scrolled to while its referrals are opened beside it, and walks it with the arrow keys. */
const key = `list-scroll${location.search}`
const list = document.querySelector<HTMLElement>('.split-list')
const links = [...(list?.querySelectorAll<HTMLAnchorElement>('.row-name') ?? [])]

if (list) {
  list.scrollTop = Number(sessionStorage.getItem(key) ?? 0)
  list.querySelector('.row.current')?.scrollIntoView({ block: 'nearest' })
  addEventListener('pagehide', () => sessionStorage.setItem(key, String(list.scrollTop)))
  list.addEventListener('keydown', walk)
}

/** Up and down from one row to the next; Enter opens it, as it does any link. */
function walk(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  const next = step && at >= 0 ? links[at + step] : undefined
  if (!next) return
  event.preventDefault()
  next.focus()
}

/**
 * The inbox without loading its list again: a row opens beside it, the list stays where it was scrolled, arrow keys walk it.
 * Whatever goes wrong, the link does what links do.
 */
const split = document.querySelector<HTMLElement>('.split')
const list = document.querySelector<HTMLElement>('.split-list')
const viewing = document.querySelector<HTMLElement>('.split-viewing')
const wide = matchMedia('(width >= 64rem)')
const key = `list-scroll${location.search}`
const keysKey = 'list-keys'
const links = () => [...(list?.querySelectorAll<HTMLAnchorElement>('.row-name') ?? [])]

if (split && list && viewing) {
  list.scrollTop = Number(sessionStorage.getItem(key) ?? 0)
  list.querySelector('.row.current')?.scrollIntoView({ block: 'nearest' })
  addEventListener('pagehide', () => sessionStorage.setItem(key, String(list.scrollTop)))
  list.addEventListener('keydown', walk)
  list.addEventListener('click', choose)
  list.addEventListener('change', tickAll)
  addEventListener('popstate', () => open(location.href, false))
  addEventListener('keydown', jump)
  offerKeys()
}

/** A plain click on a wide screen; on a phone one is seen at a time. */
function choose(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.row-name')
  if (!link || !wide.matches || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  event.preventDefault()
  open(link.href, true)
}

let asking = new AbortController()

async function open(href: string, push: boolean): Promise<void> {
  asking.abort()
  asking = new AbortController()
  split?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(href, { signal: asking.signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const next = page.querySelector('.split-viewing')
    if (!response.ok || response.redirected || !next) throw new Error('elsewhere')
    show(page, next, href)
    if (push) history.pushState(null, '', href)
  } catch (error) {
    if ((error as Error).name !== 'AbortError') location.href = href
  }
}

function show(page: Document, next: Element, href: string): void {
  viewing?.replaceChildren(...next.childNodes)
  const head = page.querySelector('.list-head')
  if (head) list?.querySelector('.list-head')?.replaceWith(head)
  if (split) split.className = page.querySelector('.split')?.className ?? split.className
  split?.removeAttribute('aria-busy')
  document.title = page.title
  const path = new URL(href).pathname
  for (const link of links()) {
    const current = new URL(link.href).pathname === path
    link.closest('.row')?.classList.toggle('current', current)
    if (current) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
    if (current) announce(link.textContent ?? '')
  }
  if (viewing && viewing.getBoundingClientRect().top < 0) viewing.scrollIntoView()
  enliven(page)
}

let times = 0

/** The scripts of what is shown now begin anew, under another address, or they would not run again. */
function enliven(page: Document): void {
  times++
  for (const script of page.querySelectorAll<HTMLScriptElement>('script[type="module"][src]'))
    if (!script.src.includes('keep-list')) import(`${script.src}?${times}`)
}

function announce(name: string): void {
  const place = list?.querySelector<HTMLElement>('[data-opened]')
  if (place) place.textContent = place.dataset.opened?.replace('{name}', name) ?? ''
}

/** Up and down from one row to the next; Enter opens it, as it does any link. */
function walk(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const at = links().indexOf(document.activeElement as HTMLAnchorElement)
  const next = step && at >= 0 ? links()[at + step] : undefined
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** j and k open the next and the one before, for those who switched it on; never while somebody writes. */
function jump(event: KeyboardEvent): void {
  const step = { j: 1, k: -1 }[event.key]
  const writing = (event.target as Element).closest('input, textarea, select, [contenteditable]')
  if (!step || writing || event.metaKey || event.ctrlKey || event.altKey || localStorage.getItem(keysKey) !== 'on')
    return
  const all = links()
  const at = all.findIndex(link => link === document.activeElement || link.hasAttribute('aria-current'))
  const next = all[at + step]
  next?.focus()
  next?.click()
}

function offerKeys(): void {
  const button = list?.querySelector<HTMLButtonElement>('[data-list-keys]')
  if (!button) return
  const say = () => {
    const on = localStorage.getItem(keysKey) === 'on'
    button.textContent = (on ? button.dataset.off : button.dataset.on) ?? ''
  }
  button.hidden = false
  button.addEventListener('click', () => {
    localStorage.setItem(keysKey, localStorage.getItem(keysKey) === 'on' ? 'off' : 'on')
    say()
  })
  say()
}

/** "All that match" ticks what one sees of them too. */
function tickAll({ target }: Event): void {
  const box = target as HTMLInputElement
  if (box.name !== 'all') return
  for (const one of list?.querySelectorAll<HTMLInputElement>('input[name="id"]') ?? []) one.checked = box.checked
}

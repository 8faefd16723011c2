/**
 * The form without an account on a bad connection: keeps what is typed in this tab to the last word, sends each step and puts the
 * answer in its place, waits for a connection that is lost, and does the proof of work while the last page is read.
 */
import { forget, keep, recall } from './public-form/memory.ts'
import { prove } from './public-form/proof.ts'
import { send, type Telling } from './public-form/sending.ts'

const main = document.querySelector<HTMLElement>('main')
let proof: Promise<void> = Promise.resolve()
let busy = false

if (main && formIn(main)) {
  begin(main)
  const kept = formIn(main)?.elements.namedItem('state') ? null : recall()
  if (kept) go(main, kept)
  addEventListener('popstate', ({ state }) => goBack(main, state === null))
  // Whoever leaves at once leaves nothing behind for the next who opens it.
  addEventListener('onward:leave', forget)
  // Coming back by the browser's own cache finds the page as it was left.
  addEventListener('pageshow', () => (busy = false))
}

function formIn(place: ParentNode): HTMLFormElement | null {
  return place.querySelector<HTMLFormElement>('form#public-form')
}

function begin(place: HTMLElement) {
  if (place.querySelector('[data-sent]')) forget()
  const form = formIn(place)
  if (!form) return
  const isStep = form.elements.namedItem('state') !== null
  proof = prove(form)
  if (isStep) keep(bodyOf(form, 'resume'))
  form.addEventListener('input', () => isStep && keep(bodyOf(form, 'resume')))
  form.addEventListener('change', () => isStep && keep(bodyOf(form, 'resume')))
  form.addEventListener('submit', event => {
    const { submitter } = event
    // The other language is another page, its header too.
    if (submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    submit(place, form, submitter instanceof HTMLButtonElement ? submitter.value : 'next')
  })
}

async function submit(place: HTMLElement, form: HTMLFormElement, value: string) {
  if (busy) return
  if (form.elements.namedItem('state') === null) forget()
  if (value === 'next' && form.querySelector('[data-challenge]')) {
    busy = true
    tell(place, 'proving')
    await Promise.race([proof, new Promise(resolve => setTimeout(resolve, 20_000))])
    busy = false
  }
  await go(place, withFiles(form, value))
}

/** `isReturn`: by the browser's own Back, which has its place in the history already. */
async function go(place: HTMLElement, body: string | FormData, isReturn = false) {
  const form = formIn(place)
  if (busy || !form) return
  busy = true
  form.setAttribute('aria-busy', 'true')
  const html = await send(form.action, body, (state, share) => tell(place, state, share))
  busy = false
  show(place, html)
  if (isReturn) history.replaceState({}, '')
  else history.pushState({}, '')
}

function goBack(place: HTMLElement, isStart: boolean) {
  const form = formIn(place)
  if (isStart || !form?.querySelector('button[value="back"]')) return location.reload()
  go(place, bodyOf(form, 'back'), true)
}

function show(place: HTMLElement, html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const next = page.querySelector('main')
  if (!next) return
  const chosen = filesOf(place)?.files
  document.title = page.title
  const [before, now] = [document, page].map(one => one.querySelector('header [lang]'))
  if (now) before?.replaceWith(now)
  place.replaceChildren(...next.childNodes)
  begin(place)
  keepChosen(place, chosen)
  dispatchEvent(new Event('onward:page'))
  const start = place.querySelector<HTMLElement>('.errors') ?? place.querySelector<HTMLElement>('h1')
  start?.setAttribute('tabindex', '-1')
  start?.focus({ preventScroll: true })
  scrollTo(0, 0)
}

function filesOf(place: ParentNode): HTMLInputElement | null {
  return place.querySelector<HTMLInputElement>('form#public-form input[type="file"]')
}

/** A page that comes back has lost what was chosen on it; unless it was refused, it is chosen again. */
function keepChosen(place: HTMLElement, chosen: FileList | null | undefined) {
  const input = filesOf(place)
  if (input && chosen?.length && !input.closest('.wrong')) input.files = chosen
}

function barIn(note: HTMLElement): HTMLProgressElement {
  const bar = note.querySelector('progress') ?? document.createElement('progress')
  bar.setAttribute('aria-label', note.textContent ?? '')
  if (!bar.isConnected) note.append(' ', bar)
  return bar
}

/** One line above the buttons, read out as it changes. */
function tell(place: HTMLElement, state: Telling | 'proving', share?: number) {
  const words = place.querySelector<HTMLElement>('.public-form')?.dataset[state] ?? ''
  const note = place.querySelector<HTMLElement>('.connection') ?? document.createElement('p')
  note.className = `connection ${state}`
  note.setAttribute('role', 'status')
  if (!note.isConnected) formIn(place)?.querySelector('.buttons:last-of-type')?.before(note)
  if (note.textContent !== words) note.textContent = words
  if (state === 'sending' && share !== undefined) barIn(note).value = share
}

function bodyOf(form: HTMLFormElement, value: string): string {
  const pairs = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return new URLSearchParams([...pairs.filter(([name]) => name !== 'go'), ['go', value]]).toString()
}

/** Plain where no file was chosen. */
function withFiles(form: HTMLFormElement, value: string): string | FormData {
  if (!filesOf(form.ownerDocument)?.files?.length || value !== 'next') return bodyOf(form, value)
  const body = new FormData(form)
  body.set('go', value)
  return body
}

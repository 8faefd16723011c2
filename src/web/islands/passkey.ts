/** Asks the device for a passkey, or to make one, and sends its answer with the form around it. */
type Asked = { options: unknown; challenge: string }

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const form = place.querySelector('form')
  if (form && 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential)
    start(place, form)
}

function start(place: HTMLElement, form: HTMLFormElement) {
  for (const one of place.querySelectorAll<HTMLElement>('.passkey-without')) one.hidden = true
  for (const one of place.querySelectorAll<HTMLElement>('.passkey-with')) one.hidden = false
  const status = form.querySelector<HTMLElement>('[role="status"]')
  form.addEventListener('submit', event => {
    event.preventDefault()
    if (status) status.textContent = ''
    fill(place, form).then(
      () => form.submit(), // not requestSubmit: it would come back here
      error => {
        if (status) status.textContent = wordsFor(place, error)
      },
    )
  })
}

/** What was typed beside it, such as a name, is checked by the server as ever. */
async function fill(place: HTMLElement, form: HTMLFormElement) {
  const response = await fetch(place.dataset.options ?? '', { method: 'POST', body: new FormData(form) })
  if (!response.headers.get('content-type')?.startsWith('application/json')) return location.reload()
  const { options, challenge } = (await response.json()) as Asked
  const credential = place.dataset.passkey === 'make' ? await make(options) : await use(options)
  if (!(credential instanceof PublicKeyCredential)) throw new Error('nothing')
  put(form, 'challenge', challenge)
  put(form, 'answer', JSON.stringify(credential.toJSON()))
}

function make(options: unknown) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON)
  return navigator.credentials.create({ publicKey })
}

function use(options: unknown) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
  return navigator.credentials.get({ publicKey })
}

function put(form: HTMLFormElement, name: string, value: string) {
  const input = form.elements.namedItem(name)
  if (input instanceof HTMLInputElement) input.value = value
}

function wordsFor(place: HTMLElement, error: unknown): string {
  const isKnown = error instanceof DOMException && error.name === 'InvalidStateError'
  return (isKnown ? place.dataset.known : place.dataset.failed) ?? ''
}

export {}

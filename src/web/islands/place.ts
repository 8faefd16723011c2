/** Shows the place of the postcode as soon as it is typed: the server draws it, so that nothing leaves the installation. */
const form = document.querySelector<HTMLFormElement>('form#referral')
const input = document.getElementById('address.postcode') as HTMLInputElement | null
const place = document.getElementById('place')
if (form && input && place) followPostcode(form, input, place)

function followPostcode(form: HTMLFormElement, input: HTMLInputElement, place: HTMLElement) {
  const button = form.querySelector<HTMLButtonElement>('button[value="place"]')
  let shown = input.value.trim()
  const show = async () => {
    const postcode = input.value.trim()
    if (postcode === shown) return
    shown = postcode
    const html = postcode === '' ? '' : await draw(form, postcode)
    if (html !== null && shown === postcode) place.innerHTML = html
  }
  input.addEventListener('change', show)
  button?.addEventListener('click', event => {
    event.preventDefault()
    shown = ''
    show()
  })
}

async function draw(form: HTMLFormElement, postcode: string): Promise<string | null> {
  const data = new FormData(form)
  const body = new URLSearchParams({ 'address.postcode': postcode })
  for (const name of ['token', 'network']) {
    const value = data.get(name)
    if (typeof value === 'string') body.set(name, value)
  }
  const response = await fetch(`${form.action}/place`, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  return response?.ok ? response.text() : null
}

export {}

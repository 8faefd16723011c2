/** A button that shows the password being typed; hidden again before it is sent. */
for (const place of document.querySelectorAll<HTMLElement>('[data-password]')) {
  const input = place.querySelector('input')
  if (input) place.append(...makeToggle(place, input))
}

function makeToggle(place: HTMLElement, input: HTMLInputElement): HTMLElement[] {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet' })
  const status = Object.assign(document.createElement('span'), { className: 'hidden', role: 'status' })
  button.setAttribute('aria-controls', input.id)
  const show = (shown: boolean) => {
    input.type = shown ? 'text' : 'password'
    button.textContent = word(place, shown ? 'hide' : 'show')
    button.setAttribute('aria-label', word(place, shown ? 'hideLabel' : 'showLabel'))
  }
  show(false)
  button.addEventListener('click', () => {
    show(input.type === 'password')
    status.textContent = word(place, input.type === 'text' ? 'shown' : 'hidden')
  })
  input.form?.addEventListener('submit', () => show(false))
  return [button, status]
}

function word(place: HTMLElement, name: string): string {
  return place.dataset[name] ?? ''
}

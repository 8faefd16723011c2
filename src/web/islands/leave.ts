/**
 * Leaves at once, and "back" does not lead to where one was: `<a data-leave href="…">`, a plain link without this.
 * Shift three times does the same, as on GOV.UK; `data-leave-keys` says so.
 */
start()
addEventListener('onward:page', start)
listen()

function start() {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-leave]'))
    link.addEventListener('click', event => {
      event.preventDefault()
      leave(link)
    })
  for (const hint of document.querySelectorAll<HTMLElement>('[data-leave-keys]')) hint.hidden = false
}

function leave(link: HTMLAnchorElement) {
  dispatchEvent(new Event('onward:leave'))
  document.body.replaceChildren()
  location.replace(link.href)
}

/** Any other key in between, or five seconds, begin anew. */
function listen() {
  let pressed: number[] = []
  addEventListener('keyup', ({ key, timeStamp }) => {
    if (key !== 'Shift') {
      pressed = []
      return
    }
    pressed = [...pressed.filter(at => timeStamp - at < 5000), timeStamp]
    const link = document.querySelector<HTMLAnchorElement>('a[data-leave]')
    if (pressed.length >= 3 && link) leave(link)
  })
}

export {}

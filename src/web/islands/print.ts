/** A button that prints the page: `<button data-print hidden>`. */
start()
addEventListener('onward:page', start)

function start() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}

export {}

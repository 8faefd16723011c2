/** Copies what the button stands for: `<button data-copy="K7QF-2M" data-copied="Copied" hidden>`; unhides it, for it needs this script. */
start()
addEventListener('onward:page', start)

function start() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '')
      const label = button.querySelector('span')
      if (label) label.textContent = button.dataset.copied ?? ''
    })
  }
}

export {}

/** Leaves at once, and "back" does not lead to where one was: `<a data-leave href="…">`, a plain link without this. */
start()
addEventListener('onward:page', start)

function start() {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-leave]'))
    link.addEventListener('click', event => {
      event.preventDefault()
      document.body.replaceChildren()
      location.replace(link.href)
    })
}

export {}

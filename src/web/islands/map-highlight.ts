/** Shows all areas of the organisation whose name is pointed at or focused; without this script its link does. */
for (const atlas of document.querySelectorAll<HTMLElement>('[data-atlas]')) followNames(atlas)

function followNames(atlas: HTMLElement) {
  const figure = atlas.querySelector('figure')
  const chosen = atlas.querySelector<SVGGElement>('.reach-of.on')
  if (!figure) return
  const show = (id: string | null) => {
    atlas.querySelector('.reach-of.on')?.classList.remove('on')
    const group = id ? atlas.querySelector<SVGGElement>(`.reach-of[data-organisation="${CSS.escape(id)}"]`) : chosen
    figure.classList.toggle('chosen', group !== null)
    if (!group) return
    group.classList.add('on')
    // What is drawn last lies on top.
    group.parentElement?.insertBefore(group, group.parentElement.querySelector('text.place'))
  }
  const idAt = (target: EventTarget | null) =>
    target instanceof Element
      ? (target.closest('li[data-organisation]')?.getAttribute('data-organisation') ?? null)
      : null
  atlas.addEventListener('pointerover', event => show(idAt(event.target)))
  atlas.addEventListener('pointerleave', () => show(null))
  atlas.addEventListener('focusin', event => show(idAt(event.target)))
  atlas.addEventListener('focusout', () => show(null))
}

export {}

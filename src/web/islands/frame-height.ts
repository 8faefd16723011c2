/** Inside another site's page: tells that page how high the form is, and that the next step begins at its top. Only allowed sites are told. */
const parents = document.querySelector<HTMLElement>('[data-parents]')?.dataset.parents?.split(' ') ?? []
const targets = [...parents.filter(Boolean), location.origin]
/** Known in some browsers; elsewhere each allowed site is addressed, and the browser delivers to the one that is there. */
const [above] = location.ancestorOrigins ?? []

if (parent !== window) {
  new ResizeObserver(() => tell(false)).observe(document.body)
  addEventListener('onward:page', () => tell(true))
}

function tell(top: boolean) {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
  for (const target of targets)
    if (!above || above === target) parent.postMessage({ type: 'onward:height', height, top }, target)
}

export {}

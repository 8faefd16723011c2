/** Hydrates each place on the page that the server left for an island. */
import { type ComponentType, h, hydrate } from 'preact'

export function enliven<P extends object>(name: string, component: ComponentType<P>) {
  for (const place of document.querySelectorAll(`[data-island="${name}"]`)) {
    const data = place.querySelector('script[type="application/json"]')
    const root = data?.nextElementSibling
    if (data && root) hydrate(h(component, JSON.parse(data.textContent ?? '{}') as P), root)
  }
}

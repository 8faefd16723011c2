/** Prints the page; there only where the island `print` runs, since every browser prints without it too. */
import { Icon } from '../../ui/icon.tsx'

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" class="button quiet" data-print hidden>
      <Icon name="printer" />
      {label}
    </button>
  )
}

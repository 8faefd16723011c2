/** A finger held still: what the right button is to a mouse. Browsers differ in whether they tell of it, so it is timed here. */

const heldFor = 600
/** In pixels: beyond it, the finger drags. */
const still = 8

/** `held` gets where, in pixels from the corner of the element. */
export function onHold(element: HTMLElement, held: (at: { x: number; y: number }) => void): void {
  let waiting: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | null = null
  const stop = () => {
    if (waiting) clearTimeout(waiting.timer)
    waiting = null
  }
  const start = ({ pointerType, isPrimary, clientX: x, clientY: y }: PointerEvent) => {
    stop()
    if (pointerType !== 'touch' || !isPrimary) return
    const timer = setTimeout(() => {
      const { left, top } = element.getBoundingClientRect()
      held({ x: x - left, y: y - top })
    }, heldFor)
    waiting = { timer, x, y }
  }
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (waiting && Math.hypot(clientX - waiting.x, clientY - waiting.y) > still) stop()
  }
  element.addEventListener('pointerdown', start, { capture: true })
  element.addEventListener('pointermove', move, { capture: true })
  for (const end of ['pointerup', 'pointercancel']) element.addEventListener(end, stop, { capture: true })
}

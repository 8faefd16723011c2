/** Our mark: an O cut by a chevron, its leading part already on its way. */
export function Brand({ name }: { name: string }) {
  return (
    <>
      <svg viewBox="0 0 30 26" width="30" height="26" aria-hidden="true">
        <path class="mark-o" fill="currentColor" d={markO} />
        <path class="mark-on" fill="#ffbf47" d={markOn} />
      </svg>
      {name}
    </>
  )
}

const markO = 'M10.4 1.2A12 12 0 0 0 10.4 24.8L13.9 18.4A5.6 5.6 0 1 1 13.9 7.6Z'
const markOn = 'M14.8 1.2A12 12 0 1 1 14.8 24.8L18.3 18.4A5.6 5.6 0 0 0 18.3 7.6Z'

/** The hours of a day as a bar from six in the morning to ten at night; the words beside it say the same. */

type Hours = { opens: string; closes: string }

const [first, last] = [6, 22]

export function DayBar({ spans }: { spans: readonly Hours[] }) {
  return (
    <svg class="day-bar" width="100%" height="6" aria-hidden="true">
      {spans.map(({ opens, closes }) => {
        const from = share(opens)
        const to = closes <= opens ? 100 : share(closes)
        return <rect key={opens} x={`${from}%`} width={`${Math.max(2, to - from)}%`} height="6" />
      })}
    </svg>
  )
}

function share(time: string): number {
  const hours = Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60
  return Math.round((Math.min(Math.max(hours - first, 0), last - first) / (last - first)) * 100)
}

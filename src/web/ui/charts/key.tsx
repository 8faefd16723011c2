/** What the marks of a chart stand for. */
export function ChartKey({ marks }: { marks: readonly { look: string; label: string }[] }) {
  if (marks.length === 0) return null
  return (
    <ul class="key">
      {marks.map(({ look, label }) => (
        <li key={look}>
          <span class={`key-mark ${look}`} />
          {label}
        </li>
      ))}
    </ul>
  )
}

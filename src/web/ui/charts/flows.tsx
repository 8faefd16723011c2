/** Bands from who sends, on the left, to who is asked, on the right, as wide as there are referrals; the strongest stand out. Names are text beside it. */

export type FlowBand = { from: string; to: string; value: number }
/** `whole`: with what is not drawn. */
type Node = { name: string; value: number; whole: number; top: number; high: number }

const [gap, least] = [10, 20]

/** The largest on each side, each with all that it sends or is asked; `leftOf` tells what is not drawn. */
export function Flows({ label, bands, most = 12 }: { label: string; bands: readonly FlowBand[]; most?: number }) {
  const { left, right, shown } = drawnOf(bands, most)
  const rows = Math.max(left.size, right.size)
  const scale = Math.max(300, rows * 34) / Math.max(1, sumOf(shown))
  const [senders, recipients] = [stack(bands, 'from', left, shown, scale), stack(bands, 'to', right, shown, scale)]
  const height = Math.max(bottomOf(senders), bottomOf(recipients))
  return (
    <div class="flows" role="img" aria-label={label}>
      <Names nodes={senders} height={height} />
      <svg
        class="bands"
        width="100%"
        height={height}
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {paths(shown, senders, recipients, scale).map(({ key, d, isStrong, words }) => (
          <path key={key} class={isStrong ? 'strong' : undefined} d={d}>
            <title>{words}</title>
          </path>
        ))}
      </svg>
      <Names nodes={recipients} height={height} />
    </div>
  )
}

/** How many referrals flow between those that are too small to be drawn. */
export function leftOf(bands: readonly FlowBand[], most = 12): number {
  return sumOf(bands) - sumOf(drawnOf(bands, most).shown)
}

function drawnOf(bands: readonly FlowBand[], most: number) {
  const [left, right] = [topOf(bands, 'from', most), topOf(bands, 'to', most)]
  return { left, right, shown: bands.filter(({ from, to }) => left.has(from) && right.has(to)) }
}

function sumOf(bands: readonly FlowBand[]): number {
  return bands.reduce((sum, { value }) => sum + value, 0)
}

function Names({ nodes, height }: { nodes: readonly Node[]; height: number }) {
  return (
    <svg class="flow-names" width="100%" height={height} aria-hidden="true">
      {nodes.map(({ name, whole, top, high }) => (
        <g key={name}>
          <rect class="node" x="0" y={top} width="100%" height={high} />
          <text x="6" y={top + high / 2 + 4}>
            {`${whole} ${name}`}
          </text>
        </g>
      ))}
    </svg>
  )
}

function topOf(bands: readonly FlowBand[], side: 'from' | 'to', most: number): Set<string> {
  const sums = new Map<string, number>()
  for (const band of bands) sums.set(band[side], (sums.get(band[side]) ?? 0) + band.value)
  return new Set(
    [...sums]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([name]) => name),
  )
}

/** Each at least as high as its name. */
function stack(
  bands: readonly FlowBand[],
  side: 'from' | 'to',
  names: ReadonlySet<string>,
  shown: readonly FlowBand[],
  scale: number,
): Node[] {
  let top = 0
  return [...names].map(name => {
    const [whole, value] = [bands, shown].map(all => sumOf(all.filter(band => band[side] === name))) as [number, number]
    const node = { name, value, whole, top, high: Math.max(least, Math.round(value * scale)) }
    top += node.high + gap
    return node
  })
}

function bottomOf(nodes: readonly Node[]): number {
  const last = nodes.at(-1)
  return last ? last.top + last.high : 1
}

function paths(bands: readonly FlowBand[], senders: readonly Node[], recipients: readonly Node[], scale: number) {
  const used = new Map<Node, number>()
  const place = (node: Node, value: number) => {
    const spare = (node.high - node.value * scale) / 2
    const from = node.top + Math.max(0, spare) + (used.get(node) ?? 0)
    used.set(node, (used.get(node) ?? 0) + value * scale)
    return from
  }
  const least = strongest(bands).at(-1)?.value ?? 0
  const drawn = bands.flatMap(({ from, to, value }) => {
    const sender = senders.find(({ name }) => name === from)
    const recipient = recipients.find(({ name }) => name === to)
    if (!sender || !recipient) return []
    const [a, b, high] = [place(sender, value), place(recipient, value), value * scale].map(
      one => Math.round(one * 10) / 10,
    )
    const [y0, y1, h] = [a ?? 0, b ?? 0, high ?? 0]
    const d = `M0 ${y0}C50 ${y0} 50 ${y1} 100 ${y1}V${y1 + h}C50 ${y1 + h} 50 ${y0 + h} 0 ${y0 + h}Z`
    return [{ key: `${from}-${to}`, d, isStrong: value >= least, words: `${from} → ${to}: ${value}` }]
  })
  return drawn.toSorted((a, b) => Number(a.isStrong) - Number(b.isStrong))
}

/** The tenth of them that carry most: twelve at most, three at least. */
export function strongest(bands: readonly FlowBand[]): FlowBand[] {
  const many = Math.min(12, Math.max(3, Math.round(bands.length / 10)))
  return bands.toSorted((a, b) => b.value - a.value).slice(0, many)
}

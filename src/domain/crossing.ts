/** Finds where the outlines of one polygon truly cross; touching at a corner is allowed. */
import type { Position } from 'geojson'

/** The first crossing found, [lng, lat], or null. A sweep from west to east: near linear on real outlines. */
export function findCrossing(rings: readonly Position[][]): [number, number] | null {
  const edges = rings.flatMap(edgesOf).toSorted((a, b) => a.west - b.west)
  let open: Edge[] = []
  for (const edge of edges) {
    open = open.filter(other => other.east >= edge.west)
    const met = open.find(other => isCrossing(edge, other))
    if (met) return meeting(edge, met)
    open.push(edge)
  }
  return null
}

type Edge = { ax: number; ay: number; bx: number; by: number; west: number; east: number }

function edgesOf(ring: Position[]): Edge[] {
  return ring.slice(1).map(([bx = 0, by = 0], at) => {
    const [ax = 0, ay = 0] = ring[at] ?? []
    return { ax, ay, bx, by, west: Math.min(ax, bx), east: Math.max(ax, bx) }
  })
}

function isCrossing(one: Edge, two: Edge): boolean {
  return isSplit(one, two) && isSplit(two, one)
}

/** The ends of `two` lie strictly on either side of the line through `one`. */
function isSplit({ ax, ay, bx, by }: Edge, two: Edge): boolean {
  return side(ax, ay, bx, by, two.ax, two.ay) * side(ax, ay, bx, by, two.bx, two.by) < 0
}

function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
}

function meeting(one: Edge, two: Edge): [number, number] {
  const [dx, dy, ex, ey] = [one.bx - one.ax, one.by - one.ay, two.bx - two.ax, two.by - two.ay]
  const share = ((two.ax - one.ax) * ey - (two.ay - one.ay) * ex) / (dx * ey - dy * ex)
  return [one.ax + share * dx, one.ay + share * dy]
}

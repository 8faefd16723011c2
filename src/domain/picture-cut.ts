/** What entries show of a picture: three wide to two high, around the part that matters most. */

/** In percent of the picture, from its left and its top. */
export type Focus = { x: number; y: number }
export type Framed = Focus & { width: number; height: number }
export type Cut = { left: number; top: number; width: number; height: number }

export const cutWays = ['left', 'right', 'up', 'down'] as const
export type CutWay = (typeof cutWays)[number]

/** In pixels of the picture, never over its edge. */
export function cutOf({ width, height, x, y }: Framed): Cut {
  const across = Math.min(width, Math.max(1, Math.round(height * 1.5)))
  const down = Math.min(height, Math.max(1, Math.round(width / 1.5)))
  return {
    left: place((width * x) / 100, across, width),
    top: place((height * y) / 100, down, height),
    width: across,
    height: down,
  }
}

/** The ways in which the cut can still be moved; none where the whole picture shows. */
export function waysToMove(framed: Framed): CutWay[] {
  const { left, top, width, height } = cutOf(framed)
  const can = {
    left: left > 0,
    right: left + width < framed.width,
    up: top > 0,
    down: top + height < framed.height,
  }
  return cutWays.filter(way => can[way])
}

/** A quarter of what is cut off further that way, as far as the edge. */
export function moveCut(framed: Framed, way: CutWay): Focus {
  const { left, top, width, height } = cutOf(framed)
  const steps = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const
  const [across, down] = steps[way]
  return centreOf(framed, {
    ...{ width, height },
    left: within(left + across * Math.ceil((framed.width - width) / 4), framed.width - width),
    top: within(top + down * Math.ceil((framed.height - height) / 4), framed.height - height),
  })
}

function centreOf({ width, height }: Framed, cut: Cut): Focus {
  return { x: ((cut.left + cut.width / 2) / width) * 100, y: ((cut.top + cut.height / 2) / height) * 100 }
}

function place(centre: number, length: number, whole: number): number {
  return within(Math.round(centre - length / 2), whole - length)
}

function within(at: number, most: number): number {
  return Math.max(0, Math.min(at, most))
}

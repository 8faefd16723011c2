/** Ordnance Survey's National Grid turned into degrees: Airy's ellipsoid, then one Helmert step. Within 5 m. */
import type { Point } from './area.ts'

/** Metres east and north of the grid's origin; formulas: "A guide to coordinate systems in Great Britain", annex C. */
export function fromNationalGrid(easting: number, northing: number): Point {
  return toWgs84(unproject(easting, northing))
}

/** Radians on Airy 1830. */
type Angles = { phi: number; lambda: number }

const airy = { a: 6_377_563.396, b: 6_356_256.909 }
const airyE2 = 1 - airy.b ** 2 / airy.a ** 2
const [scale, phi0, lambda0, east0, north0] = [0.9996012717, radians(49), radians(-2), 400_000, -100_000]
const n = (airy.a - airy.b) / (airy.a + airy.b)

function unproject(easting: number, northing: number): Angles {
  const phi = footLatitude(northing)
  const s2 = 1 - airyE2 * Math.sin(phi) ** 2
  const nu = (airy.a * scale) / Math.sqrt(s2)
  const rho = (nu * (1 - airyE2)) / s2
  const [t, sec, x, eta2] = [Math.tan(phi), 1 / Math.cos(phi), easting - east0, nu / rho - 1]
  const vii = t / (2 * rho * nu)
  const viii = (t / (24 * rho * nu ** 3)) * (5 + 3 * t ** 2 + eta2 - 9 * t ** 2 * eta2)
  const ix = (t / (720 * rho * nu ** 5)) * (61 + 90 * t ** 2 + 45 * t ** 4)
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t ** 2)
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * t ** 2 + 24 * t ** 4)
  const lambda = lambda0 + (sec / nu) * x - xi * x ** 3 + xii * x ** 5
  return { phi: phi - vii * x ** 2 + viii * x ** 4 - ix * x ** 6, lambda }
}

/** The latitude whose arc of the meridian is that long. */
function footLatitude(northing: number): number {
  let phi = phi0
  for (let rest = northing - north0; Math.abs(rest) > 1e-5; rest = northing - north0 - meridian(phi)) {
    phi += rest / (airy.a * scale)
  }
  return phi
}

function meridian(phi: number): number {
  const [minus, plus] = [phi - phi0, phi + phi0]
  const one = (1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * minus
  const two = (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(minus) * Math.cos(plus)
  const three = (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus)
  const four = (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus)
  return airy.b * scale * (one - two + three - four)
}

/** Metres, arc seconds and parts per million, EPSG:1314. */
const helmert = { tx: 446.448, ty: -125.157, tz: 542.06, rx: 0.1502, ry: 0.247, rz: 0.8421, s: -20.4894 }
const wgs84 = { a: 6_378_137, e2: 0.00669437999014 }

function toWgs84({ phi, lambda }: Angles): Point {
  const nu = airy.a / Math.sqrt(1 - airyE2 * Math.sin(phi) ** 2)
  const x = nu * Math.cos(phi) * Math.cos(lambda)
  const y = nu * Math.cos(phi) * Math.sin(lambda)
  const z = nu * (1 - airyE2) * Math.sin(phi)
  const [rx, ry, rz] = [radians(helmert.rx / 3600), radians(helmert.ry / 3600), radians(helmert.rz / 3600)]
  const m = 1 + helmert.s / 1e6
  return fromCartesian(
    helmert.tx + m * x - rz * y + ry * z,
    helmert.ty + rz * x + m * y - rx * z,
    helmert.tz - ry * x + rx * y + m * z,
  )
}

function fromCartesian(x: number, y: number, z: number): Point {
  const p = Math.hypot(x, y)
  let phi = Math.atan2(z, p * (1 - wgs84.e2))
  for (let step = 0; step < 5; step++) {
    const nu = wgs84.a / Math.sqrt(1 - wgs84.e2 * Math.sin(phi) ** 2)
    phi = Math.atan2(z + wgs84.e2 * nu * Math.sin(phi), p)
  }
  return { lat: degrees(phi), lng: degrees(Math.atan2(y, x)) }
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI
}

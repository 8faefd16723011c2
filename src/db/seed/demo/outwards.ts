/** About where each outward code lies, by eye and to two decimals: what a place is guessed from until postcodes are imported. */

export type DrawnOutward = { code: string; latitude: number; longitude: number; authorityCode: string }

/** Outward code, latitude, longitude, by authority. */
const points: Record<string, string> = {
  // Liverpool
  E08000012: `
    L1 53.4 -2.98, L2 53.41 -2.99, L3 53.41 -2.98, L4 53.44 -2.96, L5 53.42 -2.97,
    L6 53.42 -2.94, L7 53.41 -2.95, L8 53.39 -2.96, L9 53.46 -2.95, L11 53.45 -2.91,
    L12 53.43 -2.89, L13 53.42 -2.92, L14 53.42 -2.88, L15 53.4 -2.92, L16 53.4 -2.89,
    L17 53.38 -2.94, L18 53.38 -2.91, L19 53.36 -2.91, L24 53.34 -2.85, L25 53.38 -2.87,
    L27 53.39 -2.84`,
  // Knowsley
  E08000011: `
    L26 53.36 -2.83, L28 53.43 -2.86, L32 53.48 -2.89, L33 53.48 -2.88, L34 53.44 -2.82,
    L35 53.42 -2.79, L36 53.41 -2.84`,
  // Sefton
  E08000014: `
    L10 53.48 -2.93, L20 53.45 -2.99, L21 53.47 -3, L22 53.47 -3.02, L23 53.49 -3.03,
    L29 53.51 -2.98, L30 53.49 -2.97, L31 53.52 -2.94, L37 53.56 -3.06, L38 53.53 -3.06,
    PR8 53.63 -3, PR9 53.66 -2.98`,
  // St Helens
  E08000013: `
    WA9 53.44 -2.71, WA10 53.45 -2.75, WA11 53.48 -2.72, WA12 53.45 -2.63`,
  // Halton
  E06000006: `
    WA7 53.33 -2.69, WA8 53.37 -2.74`,
  // Wirral
  E08000015: `
    CH41 53.39 -3.03, CH42 53.37 -3.02, CH43 53.39 -3.06, CH44 53.41 -3.04, CH45 53.43 -3.05,
    CH46 53.4 -3.11, CH47 53.39 -3.17, CH48 53.37 -3.17, CH49 53.38 -3.1, CH60 53.33 -3.1,
    CH61 53.35 -3.1, CH62 53.33 -2.98, CH63 53.34 -3.01`,
  // West Lancashire, next door
  E07000127: `
    L39 53.57 -2.88, L40 53.6 -2.82`,
  // Cheshire West and Chester, next door
  E06000050: `
    CH64 53.29 -3.05, CH65 53.28 -2.9, CH66 53.28 -2.94`,
}

export const drawnOutwards: readonly DrawnOutward[] = Object.entries(points).flatMap(([authorityCode, text]) =>
  text.split(',').map(line => {
    const [code = '', latitude, longitude] = line.trim().split(' ')
    return { code, latitude: Number(latitude), longitude: Number(longitude), authorityCode }
  }),
)

import { describe, expect, test } from 'vitest'
import { distanceMetres } from './area.ts'
import { detectFormat, splitLine } from './postcode-row.ts'

const read = (header: string, line: string) => detectFormat(splitLine(header))?.read(splitLine(line))

describe('API-4: a file of postcodes is known by its first line', () => {
  test('Code-Point Open has no header, quotes, and metres on the National Grid', () => {
    const line = '"SW1A1AA",10,529090,179645,"E92000001","E19000003","E18000007","","E09000033","E05013806"'
    expect(detectFormat(splitLine(line))?.hasHeader).toBe(false)
    const row = read(line, line)
    expect(row).toMatchObject({ code: 'SW1A1AA', authority: 'E09000033', precision: 0 })
    expect(row && 'point' in row && row.point && distanceMetres(row.point, { lat: 51.501, lng: -0.1416 })).toBeLessThan(
      40,
    )
  })

  test.each([
    [
      'pcd,pcd2,pcds,dointr,doterm,oslaua,osgrdind,lat,long',
      'SW1A1AA,SW1A 1AA,SW1A 1AA,198001,,E09000033,1,51.501009,-0.141588',
    ],
    ['pcd7,pcd8,pcds,lad25cd,gridind,lat,long', 'SW1A1AA,SW1A 1AA,SW1A 1AA,E09000033,1,51.501009,-0.141588'],
    ['postcode,lat,lng,la_code,pqi', 'SW1A 1AA,51.501009,-0.141588,E09000033,10'],
  ])('by its columns: %s', (header, line) => {
    const expected = {
      code: 'SW1A1AA',
      point: { lat: 51.501009, lng: -0.141588 },
      authority: 'E09000033',
      precision: 0,
    }
    expect(read(header, line)).toEqual(expected)
  })

  test('anything else is not read at all', () => {
    expect(detectFormat(['name', 'address'])).toBeNull()
    expect(detectFormat(['postcode', 'name'])).toBeNull()
  })
})

describe('a row of postcodes', () => {
  const header = 'postcode,lat,lng,la_code,pqi'

  test('without a position keeps none: no point is invented', () => {
    const nowhere = { point: null, precision: 2 }
    expect(read(header, 'NW1W 6GE,,,,90')).toMatchObject({ ...nowhere, authority: null })
    expect(read('pcds,lat,long,oslaua', 'JE2 4WD,99.999999,0.000000,L99999999')).toMatchObject({
      ...nowhere,
      authority: null,
    })
    expect(read(header, 'NW1W 6GE,51.5,-0.1,,90')).toMatchObject(nowhere)
    const grid = '"NW1W6GE",90,0,0,"E92000001","","","","",""'
    expect(read(grid, grid)).toMatchObject(nowhere)
  })

  test('with a guessed position is approximate', () => {
    expect(read(header, 'L4 0TH,53.43,-2.96,E08000012,60')).toMatchObject({ precision: 1 })
    expect(read(header, 'L4 0TH,53.43,-2.96,E08000012,40')).toMatchObject({ precision: 0 })
  })

  test.each([
    ['L4 0TH,53.43', 'columns'],
    ['not known,53.43,-2.96,E08000012,10', 'postcode'],
    ['L4 0TH,-2.96,53.43,E08000012,10', 'position'],
    ['L4 0TH,north,west,E08000012,10', 'position'],
  ])('%s is skipped for its %s', (line, fault) => {
    expect(read(header, line)).toEqual({ fault })
  })
})

test('a line with quotes keeps its commas', () => {
  expect(splitLine('a,"b, ""c""",,d')).toEqual(['a', 'b, "c"', '', 'd'])
  expect(splitLine('"a","",1')).toEqual(['a', '', '1'])
})

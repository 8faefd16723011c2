/** A picture that somebody sent, made safe: known by its content, drawn anew, without where and with what it was taken. */
import { fileTypeFromBuffer } from 'file-type'
import { cutOf, type Framed } from '../domain/picture-cut.ts'
import { Problem } from '../domain/problem.ts'
import { openSharp } from './sharp.ts'

export type Picture = { bytes: Uint8Array; type: 'image/webp'; width: number; height: number }

export const mostPictureBytes = 8 * 1024 * 1024
const mostPixels = 50_000_000
const readable = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff']

/** At most `width` by `height`, never enlarged. Throws a Problem at `field` for what is no picture, or too much of one. */
export async function readPicture(
  bytes: Uint8Array,
  { width, height }: { width: number; height: number },
  field: string,
): Promise<Picture> {
  if (bytes.length === 0) throw refuse('empty', 'Choose a picture.', field)
  if (bytes.length > mostPictureBytes) throw refuse('too_large', 'The picture must be smaller than 8MB.', field)
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !readable.includes(type.mime))
    throw refuse('not_a_picture', 'The picture must be a JPG, PNG, WebP, GIF or TIFF.', field)
  return redraw(bytes, width, height).catch(() => {
    throw refuse('unreadable', 'The picture could not be read. It may be damaged, or too large.', field)
  })
}

/** What entries show of a picture that was made safe before, as WebP. */
export async function cutPicture(bytes: Uint8Array, framed: Framed): Promise<Uint8Array> {
  const wide = { width: 900, withoutEnlargement: true }
  const sharp = await openSharp()
  return sharp(bytes).extract(cutOf(framed)).resize(wide).webp({ quality: 82 }).toBuffer()
}

/** Turned as the camera meant it, then everything that is not the picture is left behind. */
async function redraw(bytes: Uint8Array, width: number, height: number): Promise<Picture> {
  const sharp = await openSharp()
  const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, pages: 1 })
    .rotate()
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, type: 'image/webp', width: info.width, height: info.height }
}

function refuse(reason: string, words: string, field: string): Problem {
  return new Problem('invalid', words, { field, reason })
}

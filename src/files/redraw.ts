/** A picture written anew in its own format: turned as the camera meant it, without where, when and with what it was taken. */
import { openSharp } from './sharp.ts'

const mostPixels = 120_000_000

/** From one file to another; throws where it is no picture that can be read, or too much of one. */
export async function redraw(from: string, to: string): Promise<void> {
  const sharp = await openSharp()
  const { pages = 1, format } = await sharp(from, { limitInputPixels: mostPixels }).metadata()
  const isMoving = pages > 1 && format !== 'jpeg' && format !== 'png'
  const picture = sharp(from, { limitInputPixels: mostPixels, animated: isMoving, failOn: 'error' })
  // Pages lie below one another while it works, so that a turn would mix them.
  const turned = isMoving ? picture : picture.autoOrient()
  await (format === 'jpeg' ? turned.jpeg({ quality: 88, mozjpeg: false }) : turned).toFile(to)
}

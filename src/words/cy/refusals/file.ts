/** Files and pictures. */
import type { Refusals } from './index.ts'

export const file: Refusals = {
  'At most {{1}} files can be attached.': 'Gellir atodi hyd at {{1}} o ffeiliau.',
  'An attachment is not there, was sent before, or is too large.':
    'Mae atodiad nad yw yno, a anfonwyd o’r blaen, neu sy’n rhy fawr.',
  'Files are added by those on a referral, until it is closed.':
    'Y rhai sydd ar atgyfeiriad sy’n ychwanegu ffeiliau, nes iddo gael ei gau.',
  'A file is removed by who added it, until the referral is closed.':
    'Y sawl a ychwanegodd ffeil sy’n ei thynnu, nes i’r atgyfeiriad gael ei gau.',
  'The note is too long.': 'Mae’r nodyn yn rhy hir.',
  'Too many files are being sent. Try again in a moment.':
    'Mae gormod o ffeiliau’n cael eu hanfon. Rhowch gynnig arall arni ymhen ychydig.',
  'The file is still being checked for viruses.': 'Mae’r ffeil yn cael ei gwirio am feirysau o hyd.',
  'The file is larger than this network takes.': 'Mae’r ffeil yn fwy nag y mae’r rhwydwaith hwn yn ei derbyn.',
  'The file is empty.': 'Mae’r ffeil yn wag.',
  'The file must be a PDF, a picture, a Word or Excel document, an OpenDocument text, or plain text.':
    'Rhaid i’r ffeil fod yn PDF, yn llun, yn ddogfen Word neu Excel, yn destun OpenDocument neu’n destun plaen.',
  'The file has a virus, so it was not kept.': 'Mae feirws yn y ffeil, felly ni chafodd ei chadw.',
  'Choose a picture.': 'Dewiswch lun.',
  'The picture must be smaller than 8MB.': 'Rhaid i’r llun fod yn llai nag 8MB.',
  'The picture must be a JPG, PNG, WebP, GIF or TIFF.': 'Rhaid i’r llun fod yn JPG, PNG, WebP, GIF neu TIFF.',
  'The picture could not be read. It may be damaged.': 'Nid oedd modd darllen y llun. Efallai ei fod wedi’i ddifrodi.',
  'The picture could not be read. It may be damaged, or too large.':
    'Nid oedd modd darllen y llun. Efallai ei fod wedi’i ddifrodi, neu’n rhy fawr.',
  'Say in a few words what the picture shows.': 'Dywedwch mewn ychydig eiriau beth mae’r llun yn ei ddangos.',
  'Say in a few words what the logo shows.': 'Dywedwch mewn ychydig eiriau beth mae’r logo yn ei ddangos.',
  'A network that nobody coordinates keeps no pictures.': 'Nid yw rhwydwaith nad oes neb yn ei gydlynu’n cadw lluniau.',
}

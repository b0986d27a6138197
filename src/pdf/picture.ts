import type { Picture } from '../document/index.js'
import { deflateLatin1 } from './deflate.js'
import type { PdfFile, Ref } from './pdfkit.js'

const drawn = new WeakMap<Picture, Uint8Array>()

/** A picture as a form XObject (ISO 32000-1 §8.10) in a square of its own, y down as in SVG. */
export function embedPicture(file: PdfFile, picture: Picture): Ref {
  let bytes = drawn.get(picture)
  if (!bytes) drawn.set(picture, (bytes = deflateLatin1(file.draw(picture.shapes).join('\n'))))
  const { width, height } = picture.size
  return file.stream({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] }, bytes)
}

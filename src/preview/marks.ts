import { pt, type Rect } from '../geometry/index.js'
import { fromStart, type Column, type Item } from '../layout/index.js'
import type { Sighting } from './sightings.js'

/** Space between the ink of a message and the frame around it. */
const PADDING = { across: 3, down: 1.5 }
const FRAME = 0.75
/** The bar in the start margin and its distance from the text. */
const BAR = { gap: 8, width: 4 }
const TINT = '#E8E8E8'
const BLACK = '#000000'

/**
 * Marks a place: a grey ground, a thin frame around it and a bar in the margin, on the side where lines start. Any one
 * of the three is enough on a copy of a copy. All are painted before the text, and none is content.
 */
export function marksOf({ box }: Pick<Sighting, 'box'>, column: Column): Item[] {
  const ground: Rect = {
    x: pt(box.x - PADDING.across),
    y: pt(box.y - PADDING.down),
    width: pt(box.width + 2 * PADDING.across),
    height: pt(box.height + 2 * PADDING.down),
  }
  const bar: Rect = {
    ...ground,
    x: fromStart(column, -(BAR.gap + BAR.width), BAR.width),
    width: pt(BAR.width),
  }
  return [
    { kind: 'rule', element: null, rect: ground, colour: TINT },
    { kind: 'frame', element: null, rect: ground, colour: BLACK, width: pt(FRAME) },
    { kind: 'rule', element: null, rect: bar, colour: BLACK },
  ]
}

import { SvgRefusal } from './svg-refusal.js'
import type { XmlElement } from './xml.js'

/** A basic shape as path data (SVG 1.1 §9); empty when it draws nothing. */
export function pathOf(node: XmlElement): string {
  const n = (name: string): number => length(node, name)
  switch (node.name) {
    case 'path':
      return node.attributes['d']?.trim() ?? ''
    case 'circle':
      return ellipse(n('cx'), n('cy'), [n('r'), n('r')])
    case 'ellipse':
      return ellipse(n('cx'), n('cy'), [n('rx'), n('ry')])
    case 'rect':
      return rect(node)
    case 'line':
      return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`
    case 'polyline':
      return points(node)
    default: {
      const open = points(node)
      return open === '' ? '' : `${open}Z`
    }
  }
}

function length(node: XmlElement, name: string): number {
  const text = node.attributes[name]
  if (text === undefined) return 0
  const value = Number(text.trim().replace(/px$/, ''))
  if (!Number.isFinite(value) || text.trim() === '')
    throw new SvgRefusal(`${name}="${text}" of <${node.name}> is no plain number`, name)
  return value
}

/** Two half turns: a full arc would start where it ends, and draw nothing. */
function ellipse(cx: number, cy: number, [rx, ry]: readonly [number, number]): string {
  if (rx <= 0 || ry <= 0) return ''
  const half = (x: number): string => `A${rx} ${ry} 0 0 1 ${x} ${cy}`
  return `M${cx - rx} ${cy}${half(cx + rx)}${half(cx - rx)}Z`
}

function rect(node: XmlElement): string {
  const [x, y, w, h] = [length(node, 'x'), length(node, 'y'), length(node, 'width'), length(node, 'height')]
  if (w <= 0 || h <= 0) return ''
  const { rx: givenX, ry: givenY } = node.attributes
  // One radius given stands for both; neither may be more than half the side.
  const rx = Math.min(length(node, givenX === undefined ? 'ry' : 'rx'), w / 2)
  const ry = Math.min(length(node, givenY === undefined ? 'rx' : 'ry'), h / 2)
  if (rx <= 0 || ry <= 0) return `M${x} ${y}H${x + w}V${y + h}H${x}Z`
  const turn = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`
  return [
    `M${x + rx} ${y}H${x + w - rx}${turn(rx, ry)}`,
    `V${y + h - ry}${turn(-rx, ry)}H${x + rx}${turn(-rx, -ry)}V${y + ry}${turn(rx, -ry)}Z`,
  ].join('')
}

function points(node: XmlElement): string {
  const numbers = [...(node.attributes['points'] ?? '').matchAll(/[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi)].map((m) =>
    Number(m[0]),
  )
  if (numbers.length % 2 !== 0) throw new SvgRefusal(`the points of <${node.name}> are not pairs`, 'points')
  const pairs = Array.from({ length: numbers.length / 2 }, (_, i) => `${numbers[2 * i]!} ${numbers[2 * i + 1]!}`)
  return pairs.length < 2 ? '' : `M${pairs.join('L')}`
}

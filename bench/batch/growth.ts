import type { FullFigures } from './scenarios.js'
import { perLeaflet } from './report.js'

const [WIDTH, HEIGHT, LEFT, BASE, TOP] = [640, 300, 60, 250, 30]

/** Two curves over the number of leaflets, on a scale of tens: milliseconds a leaflet, and peak memory. Two threads, proof off. */
export function growthChart(figures: readonly FullFigures[]): string {
  const runs = figures.filter((f) => f.jobs === 2)
  const [least, most] = [runs[0]!.leaflets, runs.at(-1)!.leaflets]
  const x = (leaflets: number): number =>
    LEFT + 30 + ((WIDTH - LEFT - 130) * Math.log(leaflets / least)) / Math.log(most / least)
  const curve = (name: string, colour: string, values: readonly number[], unit: string): string => {
    const top = Math.max(...values) * 1.25
    const points = values.map((v, i) => [x(runs[i]!.leaflets), BASE - ((BASE - TOP) * v) / top] as const)
    const path = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ')
    const labels = points.map(([px, py], i) => text(px, py - 9, `${values[i]!.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`, colour)) // prettier-ignore
    const last = points.at(-1)!
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="4" fill="${colour}"/>`),
      ...labels,
      text(last[0], last[1] + 20, name, colour),
    ].join('\n  ')
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img">
  <title>Milliseconds a leaflet and peak memory, by number of leaflets, each from nought</title>
  <rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
  <path d="M${LEFT} ${TOP}V${BASE}H${WIDTH - 20}" fill="none" stroke="#555"/>
  ${runs.map(({ leaflets }) => text(x(leaflets), BASE + 20, leaflets.toLocaleString('en-GB'), '#222')).join('\n  ')}
  ${text(WIDTH / 2, BASE + 40, 'leaflets in one build', '#222')}
  ${curve('time a leaflet', '#0b5d4d', runs.map(perLeaflet), 'ms')}
  ${curve(
    'peak memory',
    '#9a3412',
    runs.map((r) => r.peak / 1e6),
    'MB',
  )}
</svg>
`
}

const text = (x: number, y: number, said: string, colour: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="middle" fill="${colour}">${said}</text>`

import { escape } from './html.js'
import type { Impact, KeyImpact, LeafletImpact, Why } from './impact.js'
import { waitsSaid } from './waits-said.js'

/** The impact of a change as a page to print: tables with headings, no scripts, black on white. */
export function impactPage({ keys, leaflets }: Impact, day: string): string {
  const of = (state: LeafletImpact['state']): LeafletImpact[] => leaflets.filter((l) => l.state === state)
  const recalled = leaflets.filter((l) => l.recall)
  const parts = [
    section('Texts that changed', keyTable(keys)),
    section(
      `Can go now: ${count(of('ready').length)}`,
      leafletTable(of('ready'), 'Leaflets that the next build makes'),
    ),
    section(`Wait for a translator: ${count(of('waiting').length)}`, waitingTable(of('waiting'))),
    section(`Held: ${count(of('held').length)}`, leafletTable(of('held'), 'Leaflets in which something must be corrected')), // prettier-ignore
    section(`Paper to take back: ${count(recalled.length)}`, recallTable(recalled)),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Impact of changes, ${escape(day)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Impact of changes</h1>
<p>Before a build on <time datetime="${escape(day)}">${escape(day)}</time>: ${count(leaflets.length)}.</p>
${parts.join('\n')}
</main>
</body>
</html>
`
}

const STYLE = `
body { font: 1rem/1.4 sans-serif; color: #000; background: #fff; max-width: 60rem; margin: 1rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem }
caption { text-align: start; font-weight: bold; padding: .25rem 0 }
th, td { border: 1px solid #555; padding: .25rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere }
thead { display: table-header-group }
tr { break-inside: avoid }
del { text-decoration: line-through }
ins { text-decoration: underline; font-weight: bold }
@media print { body { margin: 0; max-width: none; font-size: 10pt } h2 { break-after: avoid } }
`

const section = (title: string, body: string): string => `<section>\n<h2>${escape(title)}</h2>\n${body}\n</section>`
const count = (n: number): string => `${n} leaflet${n === 1 ? '' : 's'}`

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>None.</p>'
  const head = heads.map((h) => `<th scope="col">${escape(h)}</th>`).join('')
  const body = rows.map(([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((c) => `<td>${c}</td>`).join('')}</tr>`) // prettier-ignore
  return `<table>\n<caption>${escape(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
}

const keyTable = (keys: readonly KeyImpact[]): string =>
  table(
    'Each text, and what it touches',
    ['Text', 'Change', 'Leaflets', 'Languages', 'Formats', 'Ready', 'Waiting'],
    keys.map((k) => [
      escape(k.key),
      Object.entries(k.changes).map(([lang, change]) => `<p lang="${escape(lang)}" dir="auto">${marked(change)}</p>`).join(''), // prettier-ignore
      String(k.leaflets.length),
      escape(k.languages.join(', ')),
      escape(k.formats.join(', ')),
      String(k.ready.length),
      String(k.waiting.length),
    ]),
  )

const leafletTable = (leaflets: readonly LeafletImpact[], caption: string): string =>
  table(
    caption,
    ['Leaflet', 'Language', 'Why'],
    leaflets.map((l) => [escape(l.id), escape(l.englishName), WHY[l.why]]),
  )

const waitingTable = (leaflets: readonly LeafletImpact[]): string =>
  table(
    'Leaflets with texts that a translator looks at first',
    ['Leaflet', 'Language', 'Texts'],
    leaflets.map((l) => [escape(l.id), escape(l.englishName), waitsSaid(l).map(escape).join('<br>')]),
  )

const recallTable = (leaflets: readonly LeafletImpact[]): string =>
  table(
    'Editions that are handed out now and would no longer be',
    ['Code in the foot', 'Leaflet', 'Language', 'Issued'],
    leaflets.map(({ id, englishName, recall }) => [
      escape(recall?.edition ?? ''),
      escape(id),
      escape(englishName),
      escape(recall ? days(recall) : ''),
    ]),
  )

export const days = ({ first, last }: { readonly first: string; readonly last: string }): string =>
  first === last ? first : `${first} to ${last}`

export const WHY: Readonly<Record<Why, string>> = {
  new: 'it is new',
  texts: 'its texts changed',
  looks: 'its looks, fonts or the program changed',
  day: 'it gets another day',
  file: 'its file is not what was built',
  translation: 'its English changed',
}

/** `[-old-]{+new+}` as deletions and insertions. */
const marked = (change: string): string =>
  escape(change)
    .replace(/\[-(.*?)-\]/gs, '<del>$1</del>')
    .replace(/\{\+(.*?)\+\}/gs, '<ins>$1</ins>')

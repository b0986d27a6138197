import { basename } from 'node:path'
import { stateName } from '../locale/index.js'
import { drawPages, type Sighting } from '../preview/index.js'
import { countFindings, type Finding } from '../report/index.js'
import { escape } from './html.js'
import { PREVIEW_SCRIPT } from './preview-script.js'
import type { MadePreview, PreviewText } from './preview.js'
import { sha256 } from './seen.js'

/** What a page shows that is kept up to date. */
export interface PreviewPage {
  readonly made: MadePreview
  /** Tags of the language and of its source. */
  readonly language: string
  readonly source: string
  /** What is wrong now. */
  readonly findings: readonly Finding[]
  /** Whether the pages are of now; else they are the last good ones. */
  readonly renewed: boolean
}

/**
 * A preview as a page for a browser, opened from the disk. It needs no script to be read or printed; with one, it looks
 * for a newer self. `stamp` stands for what it and the PDF say.
 */
export function previewPage(page: PreviewPage): { readonly html: string; readonly stamp: string } {
  const { facts } = page.made
  const title = escape(`Preview: ${facts.leaflet ?? ''}`)
  const main = mainOf(page)
  const stamp = sha256(main + sha256(page.made.pdf)).slice(0, 12)
  const news = page.renewed ? 'The preview was renewed' : 'The preview was not renewed'
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>Not for handing out. <a href="${address(facts.file)}">The same as a PDF</a>, to print and for screen readers.</p>
<p role="status"></p>
<noscript><p>Without scripts this page does not renew itself: load it again after a change.</p></noscript>
</header>
<main data-stamp="${stamp}" data-news="${news}">
${main}
</main>
<script data-version="${address(versionOf(facts.file))}">${PREVIEW_SCRIPT}</script>
</body>
</html>
`
  return { html, stamp }
}

/** The page and its version stand beside the PDF: the version is a script, since a page from the disk may read no other file. */
export const pageOf = (pdf: string): string => `${pdf.replace(/\.pdf$/, '')}.html`
export const versionOf = (pdf: string): string => `${pdf.replace(/\.pdf$/, '')}.version.js`
/** No stamp: nobody keeps the preview up to date any more. */
export const versionScript = (stamp: string): string => `doorstepPreview('${stamp}')\n`
const address = (file: string): string => encodeURIComponent(basename(file))

const STYLE = `
body { font: 1rem/1.4 sans-serif; color: #000; background: #fff; margin: 1rem auto; padding: 0 1rem; max-width: 90rem }
h1 { font-size: 1.25rem } h2 { font-size: 1rem; overflow-wrap: anywhere }
dt { font-weight: bold } dd { margin: 0 0 .5rem; overflow-wrap: anywhere }
ul { margin: 0; padding: 0; list-style: none }
li { margin: 0 0 1rem; padding-inline-start: .5rem; border-inline-start: .25rem solid #777; overflow-wrap: anywhere }
li.error { border-color: #b00 }
li p { margin: 0 0 .25rem }
[role=status]:not(:empty) { position: fixed; bottom: 0; right: 0; z-index: 1; margin: 0; padding: .5rem 1rem; color: #fff; background: #222 }
figure { position: relative; margin: 0 0 1rem; border: 1px solid #777; break-inside: avoid }
figure svg { display: block; width: 100% }
figcaption { position: absolute; bottom: 0; left: 0; padding: 0 .5rem; color: #fff; background: #555; font-size: .75rem }
.mark { position: absolute; scroll-margin-top: 30vh }
.letters { position: absolute; width: 0; height: 0 }
@media (min-width: 60rem) {
  main { display: grid; grid-template-columns: 22rem minmax(0, 50rem); gap: 2rem }
  aside { position: sticky; top: 0; max-height: 100vh; overflow: auto; align-self: start }
}
@media print {
  header p, figcaption { display: none }
  main { display: block } aside { position: static; max-height: none }
  figure { break-before: page; border: 0 } figure svg { max-height: 98vh }
}
`

function mainOf({ made: { sheets, facts }, language, source, findings, renewed }: PreviewPage): string {
  const { letters, pages } = drawPages(sheets)
  // On a proof copy pages are smaller, and texts stand elsewhere on the sheet.
  const seen = facts.numbers.length > 0 ? [] : facts.texts.flatMap((t) => t.sightings)
  const figures = sheets.map(({ number, paper: { width, height } }, i) => {
    const name = number > facts.of ? 'Table of keys' : `Page ${number} of ${facts.of}`
    const marks = seen.map((s, n) => s.page === number ? `<span class="mark" id="mark-${n + 1}" style="top:${((100 * s.box.y) / height).toFixed(1)}%"></span>` : '') // prettier-ignore
    const picture = `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}, as it is printed">\n${pages[i]}\n</svg>`
    return `<figure id="page-${number}">\n<figcaption>${name}</figcaption>\n${picture}\n${marks.join('')}</figure>`
  })
  const wayTo = (s: Sighting): string => (seen.includes(s) ? `mark-${seen.indexOf(s) + 1}` : `page-${s.page}`)
  const texts = facts.texts.map((text) => textOf(text, { language, source, wayTo }))
  return `<aside>\n${[wrongOf(findings, renewed), ...texts].join('\n')}\n</aside>
<div>\n<svg class="letters" aria-hidden="true"><defs>${letters}</defs></svg>\n${figures.join('\n')}\n</div>`
}

function wrongOf(findings: readonly Finding[], renewed: boolean): string {
  const old = renewed ? '' : '\n<p><strong>Not renewed: these pages are the last good ones.</strong></p>'
  if (findings.length === 0) return old
  return `<section>\n<h2>What is wrong: ${countFindings(findings)}</h2>${old}\n<ul>\n${findings.map(findingOf).join('\n')}\n</ul>\n</section>`
}

const findingOf = ({ severity, title, printed, fix, place: { file, line, column } }: Finding): string =>
  `<li class="${severity}"><p>${severity}: <strong dir="auto">${escape(title)}</strong></p>${printed === undefined ? '' : `\n<p dir="auto">${escape(printed)}</p>`}
<p><code>${escape(file)}:${line}:${column}</code></p>
<p>To mend it: ${escape(fix)}</p></li>`

interface Naming {
  readonly language: string
  readonly source: string
  /** Id of what is nearest to it on the page. */
  readonly wayTo: (sighting: Sighting) => string
}

/** A text beside its English, with ways to where it is printed. */
function textOf({ key, state, text, english, sightings }: PreviewText, { language, source, wayTo }: Naming): string {
  const what = ({ kind, size }: Sighting): string => (kind === 'picture' ? 'picture' : `${size} pt`)
  const places = sightings.map((s) => `<a href="#${wayTo(s)}">page ${s.page} (${what(s)})</a>`).join(', ')
  const row = (name: string, value: string, lang = 'en'): string =>
    `<dt>${name}</dt>\n<dd lang="${lang}" dir="auto">${value}</dd>`
  return `<section>\n<h2>${escape(key)}</h2>\n<dl>
${row('State', stateName(state))}
${english === text ? '' : row('English', escape(english), source)}
${row('Text', text === '' ? '(none)' : escape(text), language)}
${row('Printed', places === '' ? 'not in this leaflet' : places)}\n</dl>\n</section>`
}

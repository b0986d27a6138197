import { englishTitleOf, longDay, ORGANISATION, type PeerBlock, type PeerText } from './peer-text.js'

/**
 * The same leaflet in Typst: head, headings, paragraphs, lists, foot on each page, language tab; sizes, colours and
 * margins of Doorstep's theme.
 *
 * The line with the date reaches the foot by a query. As an argument of `set page` it would be part of the styles of
 * all content, and no paragraph would be remembered from one date to the next (75 instead of 250 PDFs a second). The
 * creation date comes with the call that writes the PDF, for the same reason.
 */
export const TEMPLATE = `
#let accent = rgb("#00664F")
#let leaflet(
  lang: "en", region: none, dir: ltr, fonts: (), title: "", organisation: "",
  edges: (1em, -0.42em), leads: (), tab: [], feet: (), page-word: "", body,
) = {
  set document(title: title, author: organisation)
  set text(
    font: fonts, size: 14pt, lang: lang, region: region, dir: dir, fill: rgb("#111111"), hyphenate: false,
    top-edge: edges.at(0), bottom-edge: edges.at(1),
  )
  set par(leading: 0pt, spacing: 10pt)
  set list(marker: [•], indent: 0pt, body-indent: 11pt, spacing: 4pt)
  set page(
    paper: "a4",
    margin: (top: 21mm, bottom: 32mm, x: 21mm),
    header: align(end, text(size: 12pt, fill: accent, tab)),
    footer: context {
      set text(size: 11pt, top-edge: 1em, bottom-edge: -0.32em)
      set par(spacing: 0pt)
      line(length: 100%, stroke: 0.5pt + rgb("#777777"))
      par(feet.at(0))
      par(text(lang: "en", feet.at(1)))
      par(query(<issue>).first().value)
      par(page-word + " " + counter(page).display() + " / " + str(counter(page).final().first()))
    },
  )
  show heading.where(level: 1): it => block(above: 20pt, below: 6pt, text(size: 28pt, it.body))
  show heading.where(level: 2): it => block(above: 28pt, below: 8pt, {
    set block(spacing: 0pt)
    line(length: 100%, stroke: 1.5pt + accent)
    text(size: 20pt, fill: accent, it.body)
  })
  show heading.where(level: 3): it => block(above: 18pt, below: 4pt, text(size: 16pt, it.body))
  par(text(fill: accent, lang: "en", organisation))
  heading(level: 1, title)
  {
    set par(spacing: 0pt)
    for lead in leads { par(text(size: 16pt, lead)) }
  }
  body
  [#metadata(sys.inputs.foot)<issue>]
}
`

/** The source of one language; the template is beside it. `english`: for the staff's line in the foot. */
export function typstSource(text: PeerText, english: PeerText): string {
  const { language, labels, title, sections, closing } = text
  const { tag, ownName, englishName } = language
  const [lang = '', script] = tag.split('-')
  const fonts = Object.values(language.fonts)
  const staff = [
    `${englishName} (${tag})`,
    ...(tag === 'en' ? [] : [englishTitleOf(text), english.labels.service]),
    'Standard',
  ]
  const tab = tag === 'en' ? ownName : `${ownName} · ${englishName}`
  return `#import "leaflet.typ": leaflet
#show: leaflet.with(
  lang: ${quoted(lang)}, region: ${script === 'Hans' ? '"CN"' : 'none'}, dir: ${directionOf(text)},
  fonts: (${fonts.map(quoted).join(', ')},),
  ${language.fonts['@expo-google-fonts/noto-nastaliq-urdu'] === undefined ? '' : 'edges: ("ascender", "descender"), '}title: ${quoted(title)}, organisation: ${quoted(ORGANISATION)},
  leads: (${quoted(labels.service)}, ${quoted(`${labels.content} ${longDay(labels, CONTENT_DATE)}`)}),
  tab: ${quoted(tab)},
  feet: (${quoted(`${title} · ${labels.service}`)}, ${quoted(staff.join(' · '))}),
  page-word: ${quoted(labels.page)},
)

${sections.map(({ heading, blocks }) => [...(heading === undefined ? [] : [`== ${escaped(heading)}`]), ...blocks.map(blockOf)].join('\n\n')).join('\n\n')}

${escaped(`${closing} 25.05.2018 14:53:33`)}
`
}

const CONTENT_DATE = '2018-05-25'

/** The line of the foot that has the dates: the only one that differs from day to day. */
export function footOf({ labels }: PeerText, issueDate: string): string {
  const dated = (label: string, day: string): string => `${label} ${longDay(labels, day)} (${day})`
  return `${dated(labels.content, CONTENT_DATE)} · ${dated(labels.issue, issueDate)}`
}

function blockOf(block: PeerBlock): string {
  if ('list' in block) return block.list.map((item) => `- ${escaped(item)}`).join('\n')
  return 'heading' in block ? `=== ${escaped(block.heading)}` : escaped(block.paragraph)
}

const directionOf = ({ language }: PeerText): string => (['Arab', 'Hebr'].includes(language.script) ? 'rtl' : 'ltr')
const quoted = (text: string): string => JSON.stringify(text)
/** Nothing in a text is markup: Typst takes any punctuation after a backslash as itself. */
const escaped = (text: string): string => text.replace(/[\\#$*_`<>@~[\]="'/+.:-]/g, '\\$&')

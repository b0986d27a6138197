import { contentPrint, editionCode, plain, type Document, type Figure } from '../document/index.js'
import {
  checkDate,
  checkMessage,
  GLOSSARY_FILE,
  longDate,
  stamp,
  stateOf,
  type Catalogue,
  type Pair,
} from '../locale/index.js'
import { keptFor, keptForPair } from '../memory/index.js'
import { fileStart, finding, mergeFindings, type Finding } from '../report/index.js'
import { fillTemplate, readTemplate, type Template } from './handlebars.js'
import { helpersOf } from './helpers.js'
import { readTree, type Tree } from './markup-tree.js'
import type { Notice } from './notice-file.js'
import { leafletId, type Order, type Shop } from './order.js'
import { fillMarks } from './print-marks.js'
import { startSpeaking, type Spoken } from './spoken.js'
import { contentDate, isEasy, viewOf } from './view.js'
import { checkContacts } from './workspace-file.js'

export interface Composed {
  /** What could be made. With a finding of severity error it must not be printed. */
  readonly document?: Document
  /** Stands for all that the document says. */
  readonly print?: string
  readonly findings: readonly Finding[]
  /** Messages that the leaflet prints in its own language, in order. */
  readonly keys: readonly string[]
  /** Messages that it prints in another language, for staff. */
  readonly foreign: readonly string[]
  /** Those of them that are content and not approved; with one, each page says "draft". */
  readonly drafts: readonly string[]
  /** Those of them that a release waits for. */
  readonly unapproved: readonly string[]
}

/** From an order to what the leaflet says. */
export function composeNotice(order: Order, shop: Shop): Composed {
  if (order.issueDate.includes('T') || checkDate(order.issueDate, fileStart('')).length > 0)
    throw new RangeError(`Cannot compose a leaflet of the day "${order.issueDate}"`)
  const refused = checkService(order, shop)
  const { template, findings } = readTemplate(shop.shelf, order.format)
  if (!template || refused.length > 0)
    return named(order, shop, {
      findings: [...refused, ...findings],
      keys: [],
      foreign: [],
      drafts: [],
      unapproved: [],
    })

  const { checks, states } = onceAPair(shop.source, shop.target)
  const isDraft = (key: string): boolean => isContent(key) && states(key) !== 'approved'
  const { tree, spoken, problems } = drawn(template, { order, shop }, isDraft)
  const keys = [...spoken.keys]
  const drafts = keys.filter(isDraft)
  const unapproved = keys.filter((key) => needsApproval(shop, key) && states(key) !== 'approved')
  const all = [
    ...findings,
    ...readingProblems([...spoken.asked], shop),
    ...problems,
    ...spoken.findings,
    ...keys
      .filter((key) => shop.source.messages.has(key) || shop.target.messages.has(key))
      .flatMap((key) => checks(key)),
    ...checkContacts(shop.workspace),
  ]
  return named(order, shop, {
    ...(tree ? documentOf(tree, order, shop) : {}),
    findings: all,
    keys,
    foreign: [...spoken.foreign],
    drafts,
    unapproved,
  })
}

/** What is known of a text beside its English, worked out once: a batch prints each in many leaflets. */
const onceAPair = keptForPair((source: Catalogue, target: Catalogue) => {
  const pair = { source, target }
  return { checks: onceAKey((key) => checkMessage(pair, key)), states: onceAKey((key) => stateOf(pair, key)) }
})

function onceAKey<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = make(key)))
    return value
  }
}

/** The program's own words ("Page 1 of 3") make no leaflet a draft: they are no words of the council. */
const isContent = (key: string): boolean => !key.startsWith('leaflet:')

/**
 * Whether a release asks for somebody's approval: of each text of a translation, the program's own words too. In the
 * language that is written first those are the program's, and no council's to approve.
 */
export const needsApproval = ({ source, target }: Pair, key: string): boolean => source !== target || isContent(key)

interface Drawing {
  readonly order: Order
  readonly shop: Shop
}

/**
 * Which texts a leaflet says is known once it is composed; whether it says "draft" depends on them. Nearly always it says
 * the same texts with and without its draft lines: then once is enough.
 */
function drawn(template: Template, drawing: Drawing, isDraft: (key: string) => boolean): Drawn {
  const { order, shop } = drawing
  const known = saidAlike(template)
  const id = [shop.notice.id, order.service, order.format, shop.target.locale.tag].join(' ')
  const contentOf = ({ spoken }: Drawn): string => [...spoken.keys].filter(isContent).join(' ')
  if (known.has(id)) {
    const plain = draw(template, { ...drawing, draft: false })
    if (contentOf(plain) === known.get(id) && ![...plain.spoken.keys].some(isDraft)) return plain
  }
  const marked = draw(template, { ...drawing, draft: true })
  if ([...marked.spoken.keys].some(isDraft)) {
    known.delete(id)
    return marked
  }
  const plain = draw(template, { ...drawing, draft: false })
  if (contentOf(plain) === contentOf(marked)) known.set(id, contentOf(plain))
  return plain
}

/** Content keys of leaflets that were no drafts last time, where both ways of filling the template say the same. */
const saidAlike = keptFor<Template, Map<string, string>>(() => new Map())

interface Drawn {
  readonly tree?: Tree
  readonly spoken: Spoken
  readonly problems: readonly Finding[]
}

/** Fills the template once and reads what it gives. */
function draw(template: Template, { order, shop, draft }: Drawing & { readonly draft: boolean }): Drawn {
  const { notice, source, target } = shop
  const spoken = startSpeaking()
  const placeOfKey = (key: string) => placesOf(notice).get(key)
  const namespace = isEasy(order) ? notice.easyRead.namespace : notice.namespace
  const helpers = helpersOf({ source, target, namespace, spoken, placeOfKey })
  const filled = fillTemplate(template, viewOf(order, shop, draft), helpers)
  if (filled.markup === undefined) return { spoken, problems: filled.findings }

  const pictures: Finding[] = []
  const { tree, findings } = readTree(filled.markup, {
    template: fileStart(template.main.file),
    text: spoken.text,
    value: spoken.value,
    figure: (id) => figureOf(id, { shop, spoken, template, findings: pictures }),
  })
  return { ...(tree ? { tree } : {}), spoken, problems: [...findings, ...pictures] }
}

/** Where a notice names a key first. */
const placesOf = keptFor((notice: Notice) => new Map([...notice.keys].reverse().map((k) => [k.key, k.place])))

interface FigureDesk {
  readonly shop: Shop
  readonly spoken: Spoken
  readonly template: Template
  readonly findings: Finding[]
}

function figureOf(id: string, desk: FigureDesk): Omit<Figure, 'id' | 'kind'> | undefined {
  const { shop, spoken, template } = desk
  const key = `pictures:${id}`
  const origin = placesOf(shop.notice).get(key) ?? fileStart(template.main.file)
  const { picture, findings } = shop.pictures(id)
  desk.findings.push(...findings)
  if (!picture && findings.length === 0) desk.findings.push(finding('picture-unknown', origin, { id }))
  const alt = spoken.text(spoken.say(shop, { key, slots: {}, origin, foreign: false }))
  return picture && alt ? { picture, alt } : undefined
}

function documentOf(tree: Tree, order: Order, { notice, target }: Shop): { document: Document; print: string } {
  const { tag, direction, digits } = target.locale
  const { service, format, issueDate } = order
  const facts = { lang: tag, direction, notice: notice.id, service, format, contentDate: contentDate(notice) }
  const content = contentPrint({ ...facts, blocks: tree.blocks, furniture: { ...tree.furniture, digits } })
  const edition = editionCode(content)
  const [longDay, stampedDay] = [longDate(target.locale, issueDate) ?? '', stamp(target.locale, issueDate) ?? '']
  const words = { day: issueDate, longDay, stampedDay, edition }
  const { blocks, furniture } = fillMarks(tree, words)
  const title = plain(blocks.find((b) => b.kind === 'heading')?.text ?? [])
  return {
    print: [content, ...Object.values(words)].join('\n'),
    document: { ...facts, title, issueDate, edition, blocks, furniture: { ...furniture, digits } },
  }
}

function checkService(order: Order, { notice }: Shop): Finding[] {
  const have = ['whole', ...notice.services.map((s) => s.id)]
  if (have.includes(order.service)) return []
  return [finding('service-unknown', notice.place(['services']), { asked: order.service, have: have.join(', ') })]
}

/** Problems of the files that this leaflet's texts come from; those of other files hold other leaflets. */
function readingProblems(keys: readonly string[], { source, target }: Shop): Finding[] {
  const names = new Set(keys.map((key) => key.slice(0, key.indexOf(':'))))
  const files = new Set(
    [source, target].flatMap(({ locale: { tag } }) =>
      [...names, 'locale', 'review', 'history', 'waivers'].map((name) => `locales/${tag}/${name}.json`),
    ),
  ).add(GLOSSARY_FILE)
  return [...source.findings, ...target.findings].filter((f) => files.has(f.place.file))
}

/** Each finding names the leaflet that it belongs to. */
function named(order: Order, shop: Shop, composed: Composed): Composed {
  const leaflets = [leafletId(order, shop)]
  return { ...composed, findings: mergeFindings(composed.findings.map((f) => ({ ...f, leaflets }))) }
}
